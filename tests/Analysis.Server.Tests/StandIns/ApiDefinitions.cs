using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Analysis.Server.Tests.StandIns;

/// <summary>What some assemblies define for others to see.</summary>
/// <param name="Assemblies">Their names.</param>
/// <param name="Types">Every visible type, as <see cref="SignatureNames"/> writes it.</param>
/// <param name="Members">Every visible method and field of those types; properties are their accessors.</param>
/// <param name="Overridable">Those of the methods that a derived type may override.</param>
/// <param name="BaseTypes">The base type of each type; interfaces have none.</param>
internal sealed record ApiDefinitions(
    ImmutableHashSet<string> Assemblies,
    ImmutableHashSet<string> Types,
    ImmutableHashSet<string> Members,
    ImmutableHashSet<string> Overridable,
    ImmutableDictionary<string, string> BaseTypes)
{
    public static ApiDefinitions Empty { get; } = new([], [], [], [], ImmutableDictionary<string, string>.Empty);

    /// <summary>These and those of one more assembly.</summary>
    public ApiDefinitions With(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var names = new SignatureNames(reader);
        var api = this with { Assemblies = Assemblies.Add(reader.GetString(reader.GetAssemblyDefinition().Name)) };
        foreach (var handle in reader.TypeDefinitions.Where(handle => IsVisible(reader, handle)))
            api = api.With(reader, names, handle);
        return api;
    }

    /// <summary>These without one type or member.</summary>
    public ApiDefinitions Without(string definition) => this with
    {
        Types = Types.Remove(definition),
        Members = Members.Remove(definition),
        Overridable = Overridable.Remove(definition),
    };

    private ApiDefinitions With(MetadataReader reader, SignatureNames names, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        string typeName = names.NameOf(handle);
        var methods = type.GetMethods()
            .Select(reader.GetMethodDefinition)
            .Where(method => IsVisible(method.Attributes))
            .Select(method => (
                Name: SignatureNames.Member(typeName, reader.GetString(method.Name), method.DecodeSignature(names, null)),
                CanOverride: method.Attributes.HasFlag(MethodAttributes.Virtual) && !method.Attributes.HasFlag(MethodAttributes.Final)))
            .ToArray();
        var fields = type.GetFields()
            .Select(reader.GetFieldDefinition)
            .Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
            .Select(field => SignatureNames.Member(typeName, reader.GetString(field.Name), field.DecodeSignature(names, null)));
        return this with
        {
            Types = Types.Add(typeName),
            Members = Members.Union(methods.Select(method => method.Name)).Union(fields),
            Overridable = Overridable.Union(methods.Where(method => method.CanOverride).Select(method => method.Name)),
            BaseTypes = type.BaseType.IsNil ? BaseTypes : BaseTypes.SetItem(typeName, names.NameOf(type.BaseType)),
        };
    }

    private static bool IsVisible(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic or TypeAttributes.NestedFamily or TypeAttributes.NestedFamORAssem =>
                IsVisible(reader, type.GetDeclaringType()),
            _ => false,
        };
    }

    private static bool IsVisible(MethodAttributes attributes) =>
        (attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;
}
