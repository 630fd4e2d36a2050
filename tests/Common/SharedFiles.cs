namespace AiNewsBot.Testing;

/// <summary>Reference files that lie beside a checkout where they were given; the tests that need them skip elsewhere, and fail where the
/// files are said to be required.</summary>
internal static class SharedFiles
{
    private const string Requirement = "AINEWSBOT_REFERENCES";

    /// <summary>The path of a file, or null where it is absent.</summary>
    public static string? Find(string name)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", name));
        return File.Exists(path) ? path : null;
    }

    /// <summary>The path of a file; skips the test where it is absent, or fails it.</summary>
    public static string Need(string name) => Need(name, Environment.GetEnvironmentVariable(Requirement));

    /// <summary>Likewise, by what is said of the files.</summary>
    public static string Need(string name, string? requirement)
    {
        var path = Find(name);
        if (path is null && requirement == "required")
            Assert.Fail($"{Requirement} is required, and ../shared/{name} is not here");
        Assert.SkipWhen(path is null, $"needs ../shared/{name}, which is not here");
        return path;
    }
}
