using System.Reflection;
using System.Runtime.CompilerServices;

namespace Analysis.Testing;

/// <summary>Names a snapshot of a test that calls UseMethodName, so that <see cref="SnapshotFiles"/> knows it.</summary>
/// <param name="methodName">As given to UseMethodName; a final <c>*</c> stands for any rest.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class SnapshotNameAttribute(string methodName) : Attribute
{
    public string MethodName => methodName;
}

/// <summary>Finds snapshot files that no test looks at.</summary>
internal static class SnapshotFiles
{
    /// <summary>
    /// The <c>.verified.txt</c> files below the calling source file's folder that belong to no test method of the assembly,
    /// and every <c>.received.txt</c>, as paths relative to that folder.
    /// </summary>
    public static IReadOnlyList<string> Orphans(Assembly tests, [CallerFilePath] string sourceFile = "") =>
        OrphansIn(Path.GetDirectoryName(sourceFile)!, tests.GetTypes());

    internal static IReadOnlyList<string> OrphansIn(string folder, IEnumerable<Type> testTypes)
    {
        var stems = testTypes.SelectMany(StemsOf).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                .Where(file => !file.StartsWith("bin/", StringComparison.Ordinal) && !file.StartsWith("obj/", StringComparison.Ordinal))
                .Where(file => file.EndsWith(".received.txt", StringComparison.Ordinal)
                    || (file.EndsWith(".verified.txt", StringComparison.Ordinal) && !IsClaimed(Path.GetFileName(file), stems)))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> StemsOf(Type type)
    {
        string typeName = type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;
        return type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .SelectMany(method => method.GetCustomAttributes<SnapshotNameAttribute>().Select(name => name.MethodName).Append(method.Name))
            .Select(name => $"{typeName}.{name}");
    }

    // A stem is followed by nothing or by "_parameter=value"; a method's own name may hold underscores.
    private static bool IsClaimed(string file, HashSet<string> stems)
    {
        string name = file[..^".verified.txt".Length];
        if (stems.Any(stem => stem.EndsWith('*') && name.StartsWith(stem[..^1], StringComparison.Ordinal)))
            return true;
        for (int end = name.Length; end > 0; end = name.LastIndexOf('_', end - 1))
        {
            bool parametersFollow = end < name.Length;
            if (stems.Contains(name[..end]) && (!parametersFollow || name[end..].Contains('=')))
                return true;
        }

        return false;
    }
}
