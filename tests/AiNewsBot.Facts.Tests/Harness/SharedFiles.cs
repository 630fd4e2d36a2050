namespace AiNewsBot.Facts.Tests.Harness;

/// <summary>Reference files that lie beside a checkout where they were given; the tests that need them skip elsewhere.</summary>
internal static class SharedFiles
{
    /// <summary>The path of a file, or null where there is none.</summary>
    public static string? Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "..", "shared", name);
            if (File.Exists(Path.Combine(folder.FullName, "AiNewsBot.sln")))
                return File.Exists(path) ? Path.GetFullPath(path) : null;
        }

        return null;
    }

    /// <summary>The path of a file; skips the test where there is none.</summary>
    public static string Need(string name)
    {
        var path = Find(name);
        Assert.SkipWhen(path is null, $"needs ../shared/{name}, which is not here");
        return path;
    }
}
