using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Barometre.ArchitectureTests.Checks;

/// <summary>Every type that a type uses, as far as compiled code still shows it: signatures, fields, attributes, bodies, and all of it in what the compiler nests inside.</summary>
/// <remarks>Constants, enum values and <c>nameof</c> leave no trace in compiled code: <see cref="SourceBoundaries"/> finds those.</remarks>
internal static class Uses
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) =>
        Compiled.WithNested(type).SelectMany(Declared).SelectMany(Unwrap).DistinctBy(used => used.FullName);

    private static IEnumerable<TypeReference?> Declared(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(face => face.InterfaceType),
        .. type.Interfaces.SelectMany(face => Attributes(face)),
        .. Attributes(type),
        .. type.GenericParameters.SelectMany(Constraints),
        .. type.Fields.SelectMany(field => Attributes(field).Prepend(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Prepend(property.PropertyType)),
        .. type.Events.SelectMany(happening => Attributes(happening).Prepend(happening.EventType)),
        .. type.Methods.SelectMany(Method),
    ];

    private static IEnumerable<TypeReference?> Method(MethodDefinition method) =>
    [
        .. Signature(method),
        .. Attributes(method),
        .. Attributes(method.MethodReturnType),
        .. method.Parameters.SelectMany(Attributes),
        .. method.GenericParameters.SelectMany(Constraints),
        .. method.Overrides.SelectMany(Signature),
        .. method.HasBody ? Body(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> Body(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(Operand),
    ];

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => Signature(method),
        FieldReference field => [field.DeclaringType, field.FieldType],
        CallSite site => [site.ReturnType, .. site.Parameters.Select(parameter => parameter.ParameterType)],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
    [
        method.DeclaringType,
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference?> Constraints(GenericParameter parameter) =>
        [.. parameter.Constraints.Select(constraint => constraint.ConstraintType), .. Attributes(parameter)];

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(attribute => (TypeReference?[])
    [
        attribute.AttributeType,
        .. attribute.ConstructorArguments.SelectMany(Argument),
        .. attribute.Fields.SelectMany(field => Argument(field.Argument)),
        .. attribute.Properties.SelectMany(property => Argument(property.Argument)),
    ]);

    private static IEnumerable<TypeReference?> Argument(CustomAttributeArgument argument) => argument.Value switch
    {
        TypeReference type => [argument.Type, type],
        CustomAttributeArgument inner => Argument(inner),
        CustomAttributeArgument[] many => many.SelectMany(Argument),
        _ => [argument.Type],
    };

    private static IEnumerable<TypeReference> Unwrap(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Unwrap).Concat(Unwrap(generic.ElementType)),
        IModifierType modified => Unwrap(modified.ModifierType).Concat(Unwrap(modified.ElementType)),
        FunctionPointerType pointer => pointer.Parameters.Select(parameter => parameter.ParameterType).Append(pointer.ReturnType).SelectMany(Unwrap),
        TypeSpecification wrapped => Unwrap(wrapped.ElementType),
        { DeclaringType: not null } nested => Unwrap(nested.DeclaringType).Append(nested),
        _ => [type],
    };
}
