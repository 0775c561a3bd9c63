using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Analysis.Server.Tests.StandIns;

/// <summary>Finds what an assembly uses of others that they do not define.</summary>
internal static partial class ApiUse
{
    /// <summary>Each type, member and overridden method of the <paramref name="api"/>'s assemblies that this assembly names in vain.</summary>
    /// <returns>One line per name, in order; and how many names were looked up, so that nothing found can be told from nothing sought.</returns>
    public static (IReadOnlyList<string> Missing, int Sought) Of(string path, ApiDefinitions api)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var user = new User(reader, new SignatureNames(reader), api);
        var sought = user.Types().Concat(user.Members()).Concat(user.Overrides()).DistinctBy(use => use.Name).ToArray();
        string assembly = reader.GetString(reader.GetAssemblyDefinition().Name);
        return (
            [.. sought.Where(use => !use.IsDefined).Select(use => $"{use.Name}, which {assembly} {use.Verb}").Order(StringComparer.Ordinal)],
            sought.Length);
    }

    private readonly record struct Use(string Name, string Verb, bool IsDefined);

    private sealed class User(MetadataReader reader, SignatureNames names, ApiDefinitions api)
    {
        public IEnumerable<Use> Types() =>
            from handle in reader.TypeReferences
            where IsOfApi(handle)
            let name = names.NameOf(handle)
            select new Use(name, "names", api.Types.Contains(name));

        public IEnumerable<Use> Members() =>
            from handle in reader.MemberReferences
            let member = reader.GetMemberReference(handle)
            where IsOfApi(member.Parent)
            let name = NameOf(member)
            select new Use(name, "calls", api.Members.Contains(name));

        public IEnumerable<Use> Overrides() =>
            from typeHandle in reader.TypeDefinitions
            let type = reader.GetTypeDefinition(typeHandle)
            where !type.BaseType.IsNil && IsOfApi(type.BaseType)
            from methodHandle in type.GetMethods()
            let method = reader.GetMethodDefinition(methodHandle)
            where IsOverride(method) && !IsOfObject(reader.GetString(method.Name))
            let baseType = names.NameOf(type.BaseType)
            let signature = method.DecodeSignature(names, null)
            let name = SignatureNames.Member(baseType, reader.GetString(method.Name), signature)
            select new Use(name, "overrides", BasesOf(baseType).Any(candidate => candidate == name));

        private string NameOf(MemberReference member)
        {
            string type = WithoutArguments(names.NameOf(member.Parent)), name = reader.GetString(member.Name);
            return member.GetKind() == MemberReferenceKind.Method
                ? SignatureNames.Member(type, name, member.DecodeMethodSignature(names, null))
                : SignatureNames.Member(type, name, member.DecodeFieldSignature(names, null));
        }

        /// <summary>The methods that a type derived from <paramref name="baseType"/> may override, written as members of that type.</summary>
        private IEnumerable<string> BasesOf(string baseType)
        {
            for (string? type = baseType; type is not null;)
            {
                string definition = WithoutArguments(type), prefix = definition + "::";
                string[] arguments = ArgumentsOf(type);
                foreach (string method in api.Overridable.Where(method => method.StartsWith(prefix, StringComparison.Ordinal)))
                    yield return $"{baseType}::{Substitute(method[prefix.Length..], arguments)}";
                type = api.BaseTypes.GetValueOrDefault(definition) is { } next ? Substitute(next, arguments) : null;
            }
        }

        private bool IsOfApi(EntityHandle handle) => handle.Kind switch
        {
            HandleKind.TypeReference => IsOfApi(reader.GetTypeReference((TypeReferenceHandle)handle).ResolutionScope),
            HandleKind.TypeSpecification => GenericType((TypeSpecificationHandle)handle) is { IsNil: false } type && IsOfApi(type),
            HandleKind.AssemblyReference =>
                api.Assemblies.Contains(reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)handle).Name)),
            _ => false,
        };

        /// <summary>The type that a constructed generic type is made of; nil for arrays and the like.</summary>
        private EntityHandle GenericType(TypeSpecificationHandle handle)
        {
            var signature = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
                return default;
            signature.ReadByte();
            return signature.ReadTypeHandle();
        }
    }

    private static bool IsOverride(MethodDefinition method) =>
        (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) == MethodAttributes.Virtual;

    private static bool IsOfObject(string name) => name is nameof(ToString) or nameof(Equals) or nameof(GetHashCode) or "Finalize";

    private static string WithoutArguments(string type) => type.IndexOf('<') is var start and >= 0 ? type[..start] : type;

    /// <summary>The arguments of a constructed generic type, which may be constructed themselves.</summary>
    private static string[] ArgumentsOf(string type)
    {
        if (type.IndexOf('<') is var start && start < 0)
            return [];

        var arguments = new List<string>();
        int depth = 0, from = start + 1;
        for (int i = from; i < type.Length - 1; i++)
        {
            depth += type[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (type[i] != ',' || depth != 0)
                continue;
            arguments.Add(type[from..i]);
            from = i + 1;
        }

        return [.. arguments, type[from..^1]];
    }

    private static string Substitute(string text, string[] arguments) => arguments.Length == 0
        ? text
        : TypeParameter().Replace(text, match => arguments[int.Parse(match.ValueSpan[1..], CultureInfo.InvariantCulture)]);

    [GeneratedRegex(@"(?<!!)!\d+")]
    private static partial Regex TypeParameter();
}
