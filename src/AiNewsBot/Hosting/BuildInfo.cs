using System.Reflection;

namespace AiNewsBot.Hosting;

/// <summary>Which build of the program this is.</summary>
internal static class BuildInfo
{
    private const int LettersOfCommit = 12;

    /// <summary>The version alone, such as 0.1.0.</summary>
    public static string Version { get; } = Informational().Split('+')[0];

    /// <summary>The commit that it was built from; null where the build was not told.</summary>
    public static string? Commit { get; } =
        Informational().Split('+') is [_, { Length: > 0 } commit, ..] ? commit[..Math.Min(LettersOfCommit, commit.Length)] : null;

    /// <summary>Version and commit.</summary>
    public static string Text { get; } = Commit is null ? Version : $"{Version}+{Commit}";

    private static string Informational() =>
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
