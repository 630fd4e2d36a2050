using System.CommandLine;
using AiNewsBot.Answering;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Curation.Transfer;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Hosting;
using AiNewsBot.Storage;

namespace AiNewsBot.Cli;

/// <summary>facts import: what a file would change; with --apply, changes all of it or nothing.</summary>
internal static class FactsImportVerb
{
    private const long MaxFileBytes = 64 * 1024 * 1024;
    private const int MaxLineLength = 160;

    public static Command Create(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "A file that facts export or /fact export wrote" };
        var apply = new Option<bool>("--apply") { Description = "Change the facts; without it, only say what would change" };
        var verb = new Command(
            "import",
            "Take facts for all servers from a file: says what would change, and with --apply changes all of it or nothing. A file of "
                + "facts export adds the subjects that are not known, and what it lacks of a subject that it names is retracted. The bot "
                + "may be running"
        )
        {
            file,
            apply,
        };
        verb.SetAction((parsed, _) => ImportAsync(context, Read(parsed.GetValue(file)!), parsed.GetValue(apply)));
        return verb;
    }

    private static async Task<int> ImportAsync(CliContext context, byte[] file, bool applies)
    {
        using var database = context.OpenDatabase();
        var place = await PrepareAsync(context, database);
        var reader = new FactReader(database);
        var importer = new Importer(reader, context.Time);
        var together = $"import {Guid.NewGuid():N}";
        var (plan, fault) = await importer.PlanAsync(place, file, together);
        plan ??= (await new FullImporter(reader, importer, context.Time).PlanAsync(place, file, together)).Plan;
        if (plan is null)
        {
            context.Error.WriteLine(Chat.RefusalText.Create(fault!));
            return ExitCode.Fault;
        }

        WritePlan(context, plan);
        if (!plan.Refusals.IsEmpty)
        {
            context.Error.WriteLine($"{plan.Refusals.Length} cannot be imported, so nothing is imported. {Chat.RefusalText.Unchanged}");
            return ExitCode.Fault;
        }

        if (plan.All.Count == 0 || !applies)
        {
            context.Out.WriteLine(
                plan.All.Count == 0 ? "Nothing is to be changed." : "Nothing was changed yet: say --apply to change all of it."
            );
            return ExitCode.Done;
        }

        var subjects = plan.Subjects;
        switch (
            await new FactEditor(database, context.Time).ApplyAsync(
                Author.Operator,
                plan.All,
                connection => NewSubjects.WriteAsync(connection, subjects)
            )
        )
        {
            case EditResult.Done done:
                context.Out.WriteLine(
                    $"Changed {done.Revisions.Length}, revisions {done.Revisions[0].Number} to {done.Revisions[^1].Number}. /fact "
                        + $"undo with one of the numbers takes all back."
                );
                return ExitCode.Done;
            case EditResult.Refused refused:
                context.Error.WriteLine(Chat.RefusalText.Create(refused.Why));
                return ExitCode.Fault;
            default:
                context.Error.WriteLine(Chat.RefusalText.Create(new Chat.Refusal(Chat.RefusalCode.FactsChanged)));
                return ExitCode.Fault;
        }
    }

    // An empty database gets the facts that the program came with first, as at a start of the bot.
    private static async Task<EditContext> PrepareAsync(CliContext context, IDatabase database)
    {
        using (var maintenance = context.OpenMaintenance())
            await maintenance.MigrateAsync();
        var store = new FactStore(database, context.Time);
        var seeded = await store.SeedAsync(ShippedDataset.Digest, ShippedDataset.Read);
        return new EditContext(
            Layer.Global,
            Snapshot.Create(FactBase.Create(await store.ReadAsync()), seeded.Version, context.Time.GetUtcNow()),
            Author.Operator
        )
        {
            MayApprove = true,
        };
    }

    private static void WritePlan(CliContext context, ImportPlan plan)
    {
        context.Out.WriteLine(
            $"{plan.Adds.Length} new, {plan.Changes.Length} changed, {plan.Conflicts.Length} that were edited here, {plan.Same} as "
                + $"they are, {plan.Refusals.Length} refused"
        );
        foreach (var subject in plan.Subjects)
            context.Out.WriteLine(Short($"new subject: {subject.Id} ({subject.Kind.ToString().ToLowerInvariant()}), {subject.Name}"));
        foreach (var change in plan.Adds)
            context.Out.WriteLine(Line("new", change));
        foreach (var change in plan.Changes.Concat(plan.Conflicts))
            context.Out.WriteLine(Line(change.Content.IsStated ? "changed" : "retracted", change));
        foreach (var refusal in plan.Refusals)
            context.Out.WriteLine(Short($"refused: {refusal.Text}"));
    }

    private static string Line(string what, Change change) =>
        Short(
            $"{what}: {change.Subject}, {FactProperties.Label(change.Property)}: "
                + $"{change.Content.Value}{(change.Content.ValidFrom is { } since ? $" since {since}" : "")}"
        );

    // A terminal obeys control characters.
    private static string Short(string text)
    {
        var shown = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return shown.Length <= MaxLineLength ? shown : shown[..MaxLineLength] + "…";
    }

    private static byte[] Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists && file.Length > MaxFileBytes
                ? throw new UsageException($"{path} has more than {MaxFileBytes / 1024 / 1024} MB.")
                : File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read: {exception.Message}");
        }
    }
}
