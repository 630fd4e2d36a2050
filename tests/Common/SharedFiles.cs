namespace AiNewsBot.Testing;

/// <summary>Reference files that lie beside a checkout where they were given; the tests that need them skip elsewhere.</summary>
internal static class SharedFiles
{
    /// <summary>The path of a file, or null where it is absent.</summary>
    public static string? Find(string name)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot.Path, "..", "shared", name));
        return File.Exists(path) ? path : null;
    }

    /// <summary>The path of a file; skips the test where it is absent.</summary>
    public static string Need(string name)
    {
        var path = Find(name);
        Assert.SkipWhen(path is null, $"needs ../shared/{name}, which is not here");
        return path;
    }
}
