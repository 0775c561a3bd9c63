using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Analysis.Server.Tests.StandIns;

/// <summary>Writes types of assembly metadata as text, so that a reference and a definition can be compared.</summary>
/// <remarks>
/// Generic parameters are <c>!0</c> (of the type) and <c>!!0</c> (of the method). Custom modifiers are left out: what is looked for is a
/// member that is not there at all.
/// </remarks>
internal sealed class SignatureNames(MetadataReader reader) : ISignatureTypeProvider<string, object?>
{
    /// <summary>The full name of a type, nested types with <c>+</c>; of a constructed generic type, with its arguments.</summary>
    public string NameOf(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => GetTypeFromReference(reader, (TypeReferenceHandle)type, 0),
        HandleKind.TypeDefinition => GetTypeFromDefinition(reader, (TypeDefinitionHandle)type, 0),
        HandleKind.TypeSpecification => GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)type, 0),
        _ => "",
    };

    /// <summary>A method as <c>Type::Name&lt;generic parameters&gt;(parameters) -&gt; result</c>.</summary>
    public static string Member(string type, string name, MethodSignature<string> signature)
    {
        string arity = signature.GenericParameterCount > 0 ? $"<{signature.GenericParameterCount}>" : "";
        string modifier = signature.Header.IsInstance ? "" : "static ";
        return $"{type}::{modifier}{name}{arity}({string.Join(", ", signature.ParameterTypes)}) -> {signature.ReturnType}";
    }

    /// <summary>A field as <c>Type::Name : type</c>.</summary>
    public static string Member(string type, string name, string fieldType) => $"{type}::{name} : {fieldType}";

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        string name = Qualified(reader, type.Namespace, type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, 0)}+{name}"
            : name;
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        string name = Qualified(reader, type.Namespace, type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{GetTypeFromDefinition(reader, outer, 0)}+{name}" : name;
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(",", typeArguments)}>";

    public string GetGenericTypeParameter(object? context, int index) => $"!{index}";

    public string GetGenericMethodParameter(object? context, int index) => $"!!{index}";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Member("", "", signature);

    private static string Qualified(MetadataReader reader, StringHandle @namespace, StringHandle name) =>
        @namespace.IsNil ? reader.GetString(name) : $"{reader.GetString(@namespace)}.{reader.GetString(name)}";
}
