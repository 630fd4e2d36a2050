namespace AiNewsBot.Testing;

/// <summary>Where the repository lies.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder with the solution in it.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "AiNewsBot.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("no AiNewsBot.sln above the tests");
    }
}
