using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Curation.Access;
using AiNewsBot.Curation.Checks;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;
using AiNewsBot.Scheduling;
using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Says what a file of facts would change, without changing it.</summary>
internal sealed class Importer(FactReader reader, TimeProvider time)
{
    /// <summary>The longest file that is taken, in bytes.</summary>
    public const int MaxFileBytes = 4 * 1024 * 1024;

    private static readonly ImmutableArray<string> Ranks = ["preferred", "normal", "disputed", "deprecated"];

    /// <summary>The plan of an import; the error where the file is of another format.</summary>
    /// <param name="together">What its revisions are marked with.</param>
    public async Task<(ImportPlan? Plan, Refusal? Fault)> PlanAsync(
        EditContext place,
        byte[] file,
        string together,
        CancellationToken cancellationToken = default
    )
    {
        var (entries, fault) = TransferReader.Read(file, out var brought);
        if (fault is not null)
            return (null, fault);
        var subjects = ImportedSubjects.From(place, brought);
        entries =
        [
            .. entries.Select(one =>
                (one.Line, one.Entry is null ? null : one.Entry with { Subject = subjects.IdOf(one.Entry.Subject) }, one.Fault)
            ),
        ];
        if (!subjects.Added.IsEmpty)
            place = place with { Facts = place.Facts.WithFacts(place.Facts.Facts.With(subjects.Added)) };
        var adds = ImmutableArray.CreateBuilder<Change>();
        var changes = ImmutableArray.CreateBuilder<Change>();
        var conflicts = ImmutableArray.CreateBuilder<Change>();
        var refusals = ImmutableArray.CreateBuilder<RefusedEntry>();
        refusals.AddRange(subjects.Refusals);
        var same = 0;
        var rows = new LayerRows(
            place.Layer,
            await reader.RowsAsync(
                place.Layer,
                entries.Select(entry => entry.Entry?.Subject).OfType<string>().Distinct(),
                cancellationToken
            )
        );
        var lines = new Dictionary<(string?, string, string, string, string?, string?), int>();
        foreach (var (line, entry, unreadable) in entries)
        {
            var wrong = entry is null ? unreadable : GetError(place, rows, entry, null);
            if (
                entry is not null
                && !lines.TryAdd((entry.InPlaceOf, entry.Subject, entry.Property, entry.Value, entry.ValidFrom, entry.ValidTo), line)
            )
                wrong ??= new Refusal(
                    RefusalCode.LineRepeated,
                    $"{lines[(entry.InPlaceOf, entry.Subject, entry.Property, entry.Value, entry.ValidFrom, entry.ValidTo)]}"
                );
            if (entry is null || wrong is not null)
            {
                refusals.Add(new RefusedEntry($"Line {line}", wrong!));
                continue;
            }

            var (kind, change) = ChangeOf(place, rows, entry, together);
            switch (kind)
            {
                case Effect.None:
                    same++;
                    break;
                case Effect.Add:
                    adds.Add(change!);
                    break;
                case Effect.Change:
                    changes.Add(change!);
                    break;
                default:
                    conflicts.Add(change!);
                    break;
            }
        }

        return (
            new ImportPlan(adds.ToImmutable(), changes.ToImmutable(), conflicts.ToImmutable(), same, refusals.ToImmutable())
            {
                Subjects = subjects.Added,
                Facts = place.Facts.Facts,
            },
            null
        );
    }

    private static (Effect, Change?) ChangeOf(EditContext place, LayerRows rows, TransferEntry entry, string together)
    {
        var content = entry.ToContent();
        var current = entry.InPlaceOf is { } below && !place.Layer.IsGlobal ? rows.InPlaceOf(below) : rows.Own(entry);
        var change = new Change(
            current is null ? ChangeKind.Add
                : content.IsStated ? ChangeKind.Edit
                : ChangeKind.Retract,
            place.Layer,
            entry.Subject,
            entry.Property,
            content
        )
        {
            Statement = current?.Id,
            Base = current?.Revision ?? 0,
            Reason = "Import",
            BatchId = together,
        };
        return current is null ? (Effect.Add, change)
            : current.Content == content ? (Effect.None, null)
            : current.Layer == place.Layer && !place.Layer.IsGlobal ? (Effect.Conflict, change)
            : (Effect.Change, change);
    }

    /// <summary>Why a statement of a file cannot be taken; null when it can.</summary>
    /// <param name="current">What it changes; null for a new one, or where that is not known.</param>
    internal Refusal? GetError(EditContext place, LayerRows rows, TransferEntry entry, CurrentStatement? current)
    {
        if (place.Find(entry.Subject) is not { } subject)
            return new Refusal(RefusalCode.LineSubject, entry.Subject);
        if (entry.State is not (StatementContent.Stated or StatementContent.Retracted))
            return new Refusal(RefusalCode.LineState, entry.State);
        if (entry.IsLocked && !place.MayApprove)
            return new Refusal(RefusalCode.LineLock);
        if (!Ranks.Contains(entry.Rank))
            return new Refusal(RefusalCode.LineRank, entry.Rank, string.Join(", ", Ranks));
        if (!IsoDay.TryParse(entry.VerifiedOn, out var verified) || verified > time.Today())
            return new Refusal(RefusalCode.LineVerified, entry.VerifiedOn);
        if (entry.Note is { } note && FactValidator.GetTextError(note, "note", FactValidator.MaxValueLength) is { } unreadable)
            return unreadable;
        foreach (var source in entry.Sources)
        {
            if (FactValidator.GetSourceError(source.Url) is { } unsourced)
                return unsourced;
            if (
                source.Title is null
                || source.Publisher is null
                || !Enum.TryParse<SourceKind>(source.Kind, out _)
                || source.Published is { } published && !FactDate.TryParse(published, out _)
            )
                return new Refusal(RefusalCode.LineSource);
        }

        foreach (var (_, text) in entry.Qualifiers)
        {
            if (FactValidator.GetTextError(text, "detail", FactValidator.MaxValueLength) is { } detail)
                return detail;
        }

        if (
            entry.InPlaceOf is { } below
            && (rows.Shared(below) is not { } shared || shared.Subject != entry.Subject || shared.Property != entry.Property)
        )
            return new Refusal(RefusalCode.LineOverride);
        var fields = new FactFields(
            entry.Value,
            entry.ValidFrom,
            entry.ValidTo,
            entry.Sources is [var first, ..] ? first.Url : null,
            "Import"
        ).With(entry.Qualifiers);
        var isOldName = FactProperties.IsName(entry.Property) && rows.Own(entry) is not null;
        return isOldName
            ? null
            : FactValidator.Read(place.Facts.Facts, subject, entry.Property, fields, current?.Content, time.Today()).Fault;
    }

    private enum Effect
    {
        None,
        Add,
        Change,
        Conflict,
    }
}
