using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Analysis.Analyzers;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Tests;

/// <summary>The arrows between layers, and what the core may not reach for, read from the built assemblies.</summary>
public class ArchitectureTests
{
    private static readonly Assembly SyntaxLayer = typeof(SyntaxTree).Assembly, LanguageLayer = typeof(AnnotatedText).Assembly,
        SemanticsLayer = typeof(SemanticModel).Assembly, ComparisonLayer = typeof(ArticleComparison).Assembly, AnalyzersLayer = typeof(ArticleAnalyzer).Assembly;

    private static readonly Assembly[] Core = [SyntaxLayer, LanguageLayer, SemanticsLayer, ComparisonLayer, AnalyzersLayer];

    /// <summary>Types that reach outside, and members that read the clock, the machine or the culture. A member is written with its type.</summary>
    private static readonly ImmutableHashSet<string> Forbidden =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.Path",
        "System.Console", "System.Environment", "System.Random", "System.TimeZoneInfo", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
        "System.TimeProvider", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket", "System.Threading.Thread", "System.Threading.Timer",
        "System.Guid.NewGuid", "System.HashCode", "System.GC",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.Globalization.NumberFormatInfo.get_CurrentInfo", "System.Globalization.DateTimeFormatInfo.get_CurrentInfo",
        "System.StringComparer.get_CurrentCulture", "System.StringComparer.get_CurrentCultureIgnoreCase",
        "System.String.ToLower()", "System.String.ToUpper()", "System.Char.ToLower(Char)", "System.Char.ToUpper(Char)",
        "System.String.Compare(String,String)", "System.String.Compare(String,String,Boolean)", "System.String.CompareTo(String)",
        "System.String.StartsWith(String)", "System.String.EndsWith(String)", "System.String.IndexOf(String)", "System.String.LastIndexOf(String)",
        "System.String.Format(String,Object)", "System.String.Format(String,Object,Object)", "System.String.Format(String,Object[])",
        "System.Int32.Parse(String)", "System.Double.Parse(String)", "System.Decimal.Parse(String)", "System.Double.ToString(String)", "System.Decimal.ToString(String)",
    ];

    /// <summary>What is forbidden and used all the same, with the reason.</summary>
    private static readonly ImmutableDictionary<string, string> Allowed = ImmutableDictionary<string, string>.Empty
        .Add("System.Environment.get_CurrentManagedThreadId()", "The compiler's own iterators tell by it whether they are read by the thread that made them.");

    public static TheoryData<string> CoreNames() => [.. Core.Select(assembly => assembly.GetName().Name!)];

    [Fact]
    public void Layers_DependOnWhatLiesBelow()
    {
        AssertReferences(SyntaxLayer);
        AssertReferences(LanguageLayer, SyntaxLayer);
        AssertReferences(SemanticsLayer, SyntaxLayer, LanguageLayer);
        AssertReferences(ComparisonLayer, SyntaxLayer, LanguageLayer, SemanticsLayer);
        AssertReferences(AnalyzersLayer, SyntaxLayer, LanguageLayer, SemanticsLayer, ComparisonLayer);
    }

    [Theory]
    [MemberData(nameof(CoreNames))]
    public void Core_KnowsNoWire(string name) => Assert.DoesNotContain(
        AssemblyOf(name).GetReferencedAssemblies(),
        reference => reference.Name!.StartsWith("Google.", StringComparison.Ordinal) || reference.Name.StartsWith("Grpc.", StringComparison.Ordinal)
            || reference.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || reference.Name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || reference.Name.StartsWith("System.Net", StringComparison.Ordinal) || reference.Name is "System.Text.Json");

    [Theory]
    [MemberData(nameof(CoreNames))]
    public void Core_ReadsNoClockNorMachineNorCulture(string name) =>
        Assert.Empty(UsesOf(AssemblyOf(name)).Where(use => IsForbidden(use) && !Allowed.ContainsKey(use)).Order(StringComparer.Ordinal));

    [Fact]
    public void ForbiddenUses_AreSeen()
    {
        // The reader of references would find them: this assembly uses some.
        _ = "a".ToUpperInvariant();
        var uses = UsesOf(typeof(ArchitectureTests).Assembly);
        Assert.Contains("System.Environment.GetEnvironmentVariable(String)", uses);
        Assert.Contains("System.String.ToUpperInvariant()", uses);
        Assert.True(uses.Count(IsForbidden) > 3);
    }

    private static bool IsForbidden(string use)
    {
        // Type.Member(Parameters): the type, the member, or the very overload.
        string member = use[..use.IndexOf('(', StringComparison.Ordinal)], type = member[..member.LastIndexOf('.')].TrimEnd('.');
        return Forbidden.Contains(use) || Forbidden.Contains(member) || Forbidden.Contains(type);
    }

    private static void AssertReferences(Assembly assembly, params Assembly[] allowed)
    {
        var references = assembly.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => name.StartsWith("Analysis.", StringComparison.Ordinal));
        Assert.Empty(references.Except(allowed.Select(other => other.GetName().Name!)));
    }

    private static Assembly AssemblyOf(string name) => Core.Single(assembly => assembly.GetName().Name == name);

    /// <summary>Members of other assemblies that an assembly refers to, as <c>Namespace.Type.Member(Parameters)</c>.</summary>
    private static ImmutableSortedSet<string> UsesOf(Assembly assembly)
    {
        using var stream = File.OpenRead(assembly.Location);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        var names = new SignatureNames();
        return
        [
            .. reader.MemberReferences.Select(reader.GetMemberReference)
                .Where(member => member.Parent.Kind is HandleKind.TypeReference && member.GetKind() is MemberReferenceKind.Method)
                .Select(member =>
                {
                    var type = names.GetTypeFromReference(reader, (TypeReferenceHandle)member.Parent, 0, full: true);
                    var parameters = member.DecodeMethodSignature(names, genericContext: null).ParameterTypes;
                    return $"{type}.{reader.GetString(member.Name)}({string.Join(',', parameters)})";
                }),
        ];
    }

    /// <summary>Writes the types of a signature by their short names.</summary>
    private sealed class SignatureNames : ISignatureTypeProvider<string, object?>
    {
        public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[,]";

        public string GetByReferenceType(string elementType) => elementType + "&";

        public string GetFunctionPointerType(MethodSignature<string> signature) => "function";

        public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => $"{genericType}<{string.Join(',', typeArguments)}>";

        public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;

        public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;

        public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

        public string GetPinnedType(string elementType) => elementType;

        public string GetPointerType(string elementType) => elementType + "*";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => GetTypeFromReference(reader, handle, rawTypeKind, full: false);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind, bool full)
        {
            var type = reader.GetTypeReference(handle);
            string name = reader.GetString(type.Name), space = reader.GetString(type.Namespace);
            return full && space.Length > 0 ? $"{space}.{name}" : name;
        }

        public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }
}
