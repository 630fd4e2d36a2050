using System.CommandLine;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;

namespace AiNewsBot.Cli;

/// <summary>facts export: the database's facts, or where that is asked for those that came with the program.</summary>
internal static class FactsExport
{
    private const string StandardOutput = "-";

    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "The file to write; - for standard output" };
        var shipped = new Option<bool>("--shipped")
        {
            Description = "Write the facts that came with the program, not those of the database",
        };
        var verb = new Command("export", "Write all facts as one JSON file") { file, shipped };
        verb.SetAction((parsed, _) => ExportAsync(context, parsed.GetValue(file)!, parsed.GetValue(shipped)));
        return verb;
    }

    private static async Task<int> ExportAsync(CliContext context, string file, bool isShipped)
    {
        var subjects = isShipped ? DatasetReader.ReadEmbedded().Subjects : await ReadAsync(context);
        var summary = $"{subjects.Count} subjects with {subjects.Sum(subject => subject.Statements.Length)} claims";
        if (file == StandardOutput)
        {
            using var stream = new MemoryStream();
            FactsJson.Write(stream, subjects);
            context.Out.WriteLine(System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
            context.Error.WriteLine($"Wrote {summary}.");
            return ExitCode.Done;
        }

        var path = Path.GetFullPath(file);
        try
        {
            var replaced = !TryWriteToDevice(path, subjects);
            if (replaced)
                Replace(path, subjects);
            (replaced ? context.Out : context.Error).WriteLine($"Wrote {summary} to {path}.");
            return ExitCode.Done;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Create($"{path} cannot be written", exception);
        }
    }

    // Facts that are not the database's, taken for it, would undo what curators edited.
    private static async Task<IReadOnlyList<Subject>> ReadAsync(CliContext context)
    {
        using var database = context.OpenDatabase();
        try
        {
            return await new FactStore(database, context.Time).ReadAsync();
        }
        catch (StorageException exception)
        {
            throw new StorageException(
                $"{exception.Message} Nothing was written. To write the facts that came with the program, say --shipped.",
                exception
            )
            {
                Fault = exception.Fault,
            };
        }
    }

    // A device or a pipe is written to, and never replaced by a file.
    private static bool TryWriteToDevice(string path, IReadOnlyList<Subject> subjects)
    {
        if (!File.Exists(path))
            return false;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (stream.CanSeek && !path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/proc/", StringComparison.Ordinal))
            return false;
        FactsJson.Write(stream, subjects);
        return true;
    }

    // Whole or as it was: a reader of the old file never sees half of the new one. A link stays one, to a new file.
    private static void Replace(string path, IReadOnlyList<Subject> subjects)
    {
        var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        var draft = target + ".part";
        try
        {
            using (var stream = File.Create(draft))
                FactsJson.Write(stream, subjects);
            File.Move(draft, target, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }
}
