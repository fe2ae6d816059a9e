package im.myna.conversation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each play its cast, on the stage that this run has: in memory, unless a {@link Stage} is registered as a service. */
final class Theatre implements ParameterResolver, ExecutionCondition {
    private static final Namespace NAMESPACE = Namespace.create(Theatre.class);

    /** A play that needs settings which the stage cannot have is not for it. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var settings = settings(context);
        return settings.isEmpty() || stage(context).has(settings)
                ? ConditionEvaluationResult.enabled("the stage has what the play needs")
                : ConditionEvaluationResult.disabled("skipped: this stage cannot have " + settings);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Cast.class || type == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cast.class
                ? context.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(Cast.class, key -> new Cast(stage(context)), Cast.class)
                : stage(context);
    }

    private static Stage stage(ExtensionContext context) {
        return ServiceLoader.load(Stage.class).findFirst().orElseGet(() -> MemoryStage.with(settings(context)));
    }

    private static Map<String, String> settings(ExtensionContext context) {
        var settings = new HashMap<String, String>();
        Stream.of(context.getTestClass(), context.getTestMethod())
                .flatMap(Optional::stream)
                .flatMap(element -> AnnotationSupport.findAnnotation(element, With.class).stream())
                .flatMap(with -> Arrays.stream(with.value()))
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> settings.put(setting[0], setting[1]));
        return settings;
    }
}
