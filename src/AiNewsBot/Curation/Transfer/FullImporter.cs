using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Transfer;

/// <summary>
/// Says what a file with all facts would change. It is complete: statements that it lacks are retracted. Only what differs is a change, so
/// that a file brings over what was edited and leaves the rest as the dataset's. Subjects that are not known here are added.
/// </summary>
internal sealed class FullImporter(FactReader reader, Importer importer, TimeProvider time)
{
    /// <summary>The plan; the error where the file is of another format.</summary>
    public async Task<(ImportPlan? Plan, Refusal? Fault)> PlanAsync(EditContext place, byte[] file, string together)
    {
        IReadOnlyList<ExportedSubject>? whole;
        try
        {
            whole = FactsJson.Read(file);
        }
        catch (JsonException exception)
        {
            return (null, new Refusal(RefusalCode.FileNoJson, $"{exception.LineNumber + 1}"));
        }

        if (whole is null)
            return (null, new Refusal(RefusalCode.FileNoFacts));
        var (added, refusals) = NewSubjects.Read(place.Facts.Facts, whole);
        if (!added.IsEmpty)
            place = place with { Facts = With(place.Facts, added) };
        var plan = new Building(
            place,
            new LayerRows(place.Layer, await reader.RowsAsync(place.Layer, whole.Select(subject => subject.Id))),
            together
        );
        plan.Refusals.AddRange(refusals);
        foreach (var subject in whole)
        {
            if (place.Find(subject.Id) is not { } view)
                continue;
            await AddAliasesAsync(plan, view, subject);
            var said = (subject.Statements.IsDefault ? [] : subject.Statements).ToLookup(statement => statement.Property);
            foreach (var property in said.Select(group => group.Key).Union(view.Subject.Statements.Select(statement => statement.Property)))
                await AddSlotAsync(plan, view, property, [.. said[property].Select(statement => TransferEntry.From(view.Id, statement))]);
        }

        return (plan.Done() with { Subjects = added }, null);
    }

    private static Snapshot With(Snapshot facts, ImmutableArray<Subject> added) =>
        Snapshot.Create(FactBase.Create(facts.Facts.All.Select(view => view.Subject).Concat(added)), facts.Version, facts.BuiltAt);

    private async Task AddSlotAsync(Building plan, SubjectView view, string property, List<TransferEntry> said)
    {
        var current = (await reader.ReadOwnAsync(plan.Place.Layer, view.Id, property)).ToList();

        // Equal statements are paired first; then the same fact in other words, nearer before farther.
        plan.Same += Pair(said, current, (entry, currentStatement) => Same(entry, currentStatement.Content), (_, _) => { });
        Func<TransferEntry, CurrentStatement, bool>[] likenesses =
        [
            (entry, currentStatement) =>
                entry.Value == currentStatement.Content.Value && entry.ValidFrom == currentStatement.Content.ValidFrom,
            (entry, currentStatement) =>
                currentStatement.Content.IsStated
                && entry.ValidFrom == currentStatement.Content.ValidFrom
                && entry.Sources.FirstOrDefault()?.Url == currentStatement.Content.Sources.FirstOrDefault()?.Url,
            (entry, currentStatement) => currentStatement.Content.IsStated && entry.ValidFrom == currentStatement.Content.ValidFrom,
            (_, currentStatement) => currentStatement.Content.IsStated,
        ];
        foreach (var isLike in likenesses)
            Pair(said, current, isLike, (entry, currentStatement) => Check(plan, entry, ChangeKind.Edit, currentStatement));
        foreach (var entry in said)
            Check(plan, entry, ChangeKind.Add, null);
        foreach (var currentStatement in current.Where(currentStatement => currentStatement.Content.IsStated))
            plan.Changes.Add(
                plan.Change(
                    ChangeKind.Retract,
                    view.Id,
                    property,
                    currentStatement.Content with
                    {
                        State = StatementContent.Retracted,
                    },
                    currentStatement
                )
            );
    }

    // Other names are in the file as a list, without their sources.
    private async Task AddAliasesAsync(Building plan, SubjectView view, ExportedSubject subject)
    {
        var said = subject.Aliases ?? [];
        var today = IsoDay.Format(time.Today());
        foreach (var alias in said.Except(view.Subject.Aliases))
        {
            if (NameValidator.GetError(plan.Place.Facts.Facts, view, Properties.Alias, alias) is { } fault)
                plan.Refusals.Add(new RefusedEntry($"{view.Id}, alias", fault));
            else
                plan.Adds.Add(
                    plan.Change(ChangeKind.Add, view.Id, Properties.Alias, new StatementContent { Value = alias, VerifiedOn = today }, null)
                );
        }

        foreach (
            var currentStatement in (await reader.ReadOwnAsync(plan.Place.Layer, view.Id, Properties.Alias)).Where(currentStatement =>
                currentStatement.Content.IsStated && !said.Contains(currentStatement.Content.Value)
            )
        )
            plan.Changes.Add(
                plan.Change(
                    ChangeKind.Retract,
                    view.Id,
                    Properties.Alias,
                    currentStatement.Content with
                    {
                        State = StatementContent.Retracted,
                    },
                    currentStatement
                )
            );
    }

    private void Check(Building plan, TransferEntry entry, ChangeKind kind, CurrentStatement? currentStatement)
    {
        if (importer.GetError(plan.Place, plan.Rows, entry, currentStatement) is { } fault)
        {
            plan.Refusals.Add(new RefusedEntry($"{entry.Subject}, {entry.Property}", fault));
            return;
        }

        var content = entry.ToContent() with { IsLocked = currentStatement?.Content.IsLocked ?? false };
        (currentStatement is null ? plan.Adds : plan.Changes).Add(
            plan.Change(kind, entry.Subject, entry.Property, content, currentStatement)
        );
    }

    private static bool Same(TransferEntry entry, StatementContent content) =>
        entry.ToContent() with { IsLocked = content.IsLocked } == content;

    private static int Pair(
        List<TransferEntry> said,
        List<CurrentStatement> current,
        Func<TransferEntry, CurrentStatement, bool> isLike,
        Action<TransferEntry, CurrentStatement> take
    )
    {
        var count = 0;
        for (var i = 0; i < said.Count; i++)
        {
            if (current.FindIndex(currentStatement => isLike(said[i], currentStatement)) is var at && at < 0)
                continue;
            take(said[i], current[at]);
            said.RemoveAt(i--);
            current.RemoveAt(at);
            count++;
        }

        return count;
    }

    private sealed class Building(EditContext place, LayerRows rows, string together)
    {
        public EditContext Place => place;

        public LayerRows Rows => rows;

        public ImmutableArray<Change>.Builder Adds { get; } = ImmutableArray.CreateBuilder<Change>();

        public ImmutableArray<Change>.Builder Changes { get; } = ImmutableArray.CreateBuilder<Change>();

        public ImmutableArray<RefusedEntry>.Builder Refusals { get; } = ImmutableArray.CreateBuilder<RefusedEntry>();

        public int Same { get; set; }

        public Change Change(
            ChangeKind kind,
            string subject,
            string property,
            StatementContent content,
            CurrentStatement? currentStatement
        ) =>
            new(kind, place.Layer, subject, property, content)
            {
                Statement = currentStatement?.Id,
                Base = currentStatement?.Revision ?? 0,
                Reason = "Import",
                BatchId = together,
            };

        public ImportPlan Done() => new(Adds.ToImmutable(), Changes.ToImmutable(), [], Same, Refusals.ToImmutable());
    }
}
