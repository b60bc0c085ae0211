package dev.dormouse.core.condition;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes function calls of look-ups in {@code account.attributes}. A look-up in vain is an error for CEL, and an error that
 * {@code ||} has passed on is taken for a value by {@code !=} (dev.cel 0.14.0); a function can say that it does not know.
 */
final class AttributeCalls {

    static final String VALUE = "attribute";
    static final String PRESENCE = "hasAttribute";

    private final Map<Long, CelReference> references;
    private long lastId;

    private AttributeCalls(CelAbstractSyntaxTree tree) {
        this.references = new HashMap<>(tree.getReferenceMap());
        this.lastId = tree.getTypeMap().keySet().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    static CelAbstractSyntaxTree in(CelAbstractSyntaxTree tree) {
        AttributeCalls calls = new AttributeCalls(tree);
        CelExpr root = calls.replaced(tree.getExpr());
        return CelAbstractSyntaxTree.newCheckedAst(root, tree.getSource(), calls.references, tree.getTypeMap());
    }

    private CelExpr replaced(CelExpr node) {
        return switch (node.getKind()) {
            case SELECT -> {
                CelConstant name = CelConstant.ofValue(node.select().field());
                yield call(
                        node,
                        node.select().testOnly() ? PRESENCE : VALUE,
                        node.select().operand(),
                        name);
            }
            case CALL -> replaced(node, node.call());
            case CONSTANT, IDENT, LIST, STRUCT, MAP, COMPREHENSION, NOT_SET -> node;
        };
    }

    private CelExpr replaced(CelExpr node, CelCall call) {
        ImmutableList<CelExpr> parts = call.args();
        if (call.function().equals("_[_]")) {
            return call(node, VALUE, parts.get(0), parts.get(1).constant());
        }
        if (call.function().equals("@in") && Translation.isAttributes(parts.get(1))) {
            return call(node, PRESENCE, parts.get(1), parts.get(0).constant());
        }
        return CelExpr.ofCall(
                node.id(),
                call.target().map(this::replaced),
                call.function(),
                parts.stream().map(this::replaced).collect(ImmutableList.toImmutableList()));
    }

    private CelExpr call(CelExpr node, String function, CelExpr attributes, CelConstant name) {
        references.put(
                node.id(),
                CelReference.newBuilder()
                        .addOverloadIds(Vocabulary.id(function, 1))
                        .build());
        return CelExpr.ofCall(
                node.id(), Optional.of(attributes), function, ImmutableList.of(CelExpr.ofConstant(++lastId, name)));
    }
}
