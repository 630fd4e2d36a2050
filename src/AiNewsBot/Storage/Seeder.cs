using System.Data.Common;
using AiNewsBot.Facts.DatasetReading;
using AiNewsBot.Facts.Model;
using Dapper;

namespace AiNewsBot.Storage;

/// <summary>
/// Takes a dataset into the global layer, each change a revision. A property of a subject that curators edited stays as they left it; where
/// the dataset now says something new of it, a conflict waits for them.
/// </summary>
internal sealed class Seeder(DbConnection connection, DateTimeOffset now)
{
    private readonly long _at = now.ToUnixTimeMilliseconds();

    public async Task<SeedResult> SeedAsync(Dataset dataset, string digest)
    {
        var entries = EntriesOf(StatementIds.Assign(dataset));
        await WriteSubjectsAsync(dataset.Subjects.Select(SubjectRow.From));
        var current = (
            await connection.QueryAsync<CurrentRow>(
                "SELECT id AS Id, subject AS Subject, property AS Property, edited AS Edited, seeded AS Seeded, revision AS Revision, "
                    + "position AS Position FROM statements WHERE layer = 'global'"
            )
        ).ToDictionary(row => row.Id);
        var edited = current.Values.Where(row => row.Edited != 0).Select(row => (row.Subject, row.Property)).ToHashSet();
        var free = entries.Where(entry => !edited.Contains(entry.Place)).ToArray();
        var added = free.Where(entry => !current.ContainsKey(entry.Id)).ToArray();
        var changed = free.Where(entry => current.TryGetValue(entry.Id, out var old) && old.Seeded != SeededRow.From(entry).Hash).ToArray();
        var ids = entries.Select(entry => entry.Id).ToHashSet();
        var gone = current
            .Values.Where(row => row.Seeded is not null && !ids.Contains(row.Id) && !edited.Contains((row.Subject, row.Property)))
            .ToArray();
        await WriteAsync([.. added, .. changed], current);
        await RemoveAsync(gone);
        await MoveAsync(entries, current);
        var conflicts = await RecordConflictsAsync(
            entries
                .Where(entry => edited.Contains(entry.Place))
                .Select(SeededRow.From)
                .ToLookup(row => (row.Row.Subject, row.Row.Property)),
            edited,
            current
        );
        await RemoveSubjectsAsync([.. dataset.Subjects.Select(subject => subject.Id)]);
        await WriteVersionAsync(dataset, digest);
        return new SeedResult(added.Length, changed.Length, gone.Length, conflicts, dataset.Version);
    }

    private async Task WriteSubjectsAsync(IEnumerable<SubjectRow> subjects)
    {
        using var command = new BatchedCommand(
            connection,
            """
            INSERT INTO subjects (id, kind, name, parent, about, aliases, details, related, asks, position)
            VALUES (@Id, @Kind, @Name, @Parent, @About, @Aliases, @Details, @Related, @Asks, @Position)
            ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, parent = excluded.parent, about = excluded.about,
                aliases = excluded.aliases, details = excluded.details, related = excluded.related, asks = excluded.asks,
                    position = excluded.position
            """,
            "@Id",
            "@Kind",
            "@Name",
            "@Parent",
            "@About",
            "@Aliases",
            "@Details",
            "@Related",
            "@Asks",
            "@Position"
        );
        foreach (var row in subjects)
            await command.AddAsync(
                row.Id,
                row.Kind,
                row.Name,
                row.Parent,
                row.About,
                row.Aliases,
                row.Details,
                row.Related,
                row.Asks,
                row.Position
            );
        await command.CompleteAsync();
    }

    // A subject with edits stays, though the dataset dropped it.
    private async Task RemoveSubjectsAsync(HashSet<string> kept) =>
        await connection.ExecuteAsync(
            "DELETE FROM subjects WHERE id = @id AND kind <> 'words' AND NOT EXISTS (SELECT 1 FROM statements WHERE subject = @id)",
            (await connection.QueryAsync<string>("SELECT id FROM subjects WHERE layer = 'global'"))
                .Where(id => !kept.Contains(id))
                .Select(id => new { id })
                .ToArray()
        );

    // Rows are made one after the other: all of a dataset's at once would be the most memory that the bot ever needs.
    private async Task WriteAsync(Entry[] entries, Dictionary<string, CurrentRow> current)
    {
        if (entries.Length == 0)
            return;
        using var statement = new BatchedCommand(
            connection,
            """
            INSERT INTO statements (id, subject, property, value, valid_from, valid_to, sources, verified_on, note, rank, qualifiers,
                position, revision, seeded)
            VALUES (@id, @subject, @property, @value, @from, @to, @sources, @verified, @note, @rank, @qualifiers, @position, @number, @hash)
            ON CONFLICT (id) DO UPDATE SET valid_to = excluded.valid_to, sources = excluded.sources, verified_on = excluded.verified_on,
                note = excluded.note, rank = excluded.rank, qualifiers = excluded.qualifiers, revision = excluded.revision,
                    seeded = excluded.seeded
            """,
            "@id",
            "@subject",
            "@property",
            "@value",
            "@from",
            "@to",
            "@sources",
            "@verified",
            "@note",
            "@rank",
            "@qualifiers",
            "@position",
            "@number",
            "@hash"
        );
        using var revision = new BatchedCommand(
            connection,
            """
            INSERT INTO revisions (number, layer, statement, subject, property, kind, content, before, made_at)
            VALUES (@number, 'global', @statement, @subject, @property, 'seed', @content, @before, @at)
            """,
            "@number",
            "@statement",
            "@subject",
            "@property",
            "@content",
            "@before",
            "@at"
        );
        var number = await Revisions.ReserveNumbersAsync(connection, entries.Length);
        foreach (var (row, hash, content) in entries.Select(SeededRow.From))
        {
            await statement.AddAsync(
                row.Id,
                row.Subject,
                row.Property,
                row.Value,
                row.ValidFrom,
                row.ValidTo,
                row.Sources,
                row.VerifiedOn,
                row.Note,
                row.Rank,
                row.Qualifiers,
                row.Position,
                number,
                hash
            );
            await revision.AddAsync(
                number,
                row.Id,
                row.Subject,
                row.Property,
                content,
                current.TryGetValue(row.Id, out var old) && old.Revision > 0 ? old.Revision : null,
                _at
            );
            number++;
        }

        await statement.CompleteAsync();
        await revision.CompleteAsync();
    }

    private async Task MoveAsync(Entry[] entries, Dictionary<string, CurrentRow> current)
    {
        var moved = entries
            .Where(entry => current.TryGetValue(entry.Id, out var old) && old.Position != entry.Position)
            .Select(entry => new { entry.Id, entry.Position })
            .ToArray();
        await connection.ExecuteAsync("UPDATE statements SET position = @Position WHERE id = @Id", moved);
    }

    private async Task RemoveAsync(CurrentRow[] gone)
    {
        var number = await Revisions.ReserveNumbersAsync(connection, gone.Length);
        foreach (var row in gone)
        {
            var content = (await FactStore.ReadRowAsync(connection, row.Id))!.Content with { State = StatementContent.Retracted };
            await connection.ExecuteAsync("DELETE FROM statements WHERE id = @Id", row);
            await Revisions.WriteAsync(
                connection,
                new RevisionRow
                {
                    Number = number++,
                    Layer = StatementRow.Global,
                    Statement = row.Id,
                    Subject = row.Subject,
                    Property = row.Property,
                    Kind = RevisionRow.Seed,
                    Content = content.ToJson(),
                    Before = row.Revision,
                    MadeAt = _at,
                }
            );
        }
    }

    // What the dataset says now of what curators edited, where that is new.
    private async Task<int> RecordConflictsAsync(
        ILookup<(string, string), SeededRow> theirs,
        HashSet<(string Subject, string Property)> edited,
        Dictionary<string, CurrentRow> current
    )
    {
        var count = 0;
        foreach (var (subject, property) in edited)
        {
            var rows = theirs[(subject, property)].ToArray();
            var known = current
                .Values.Where(row => row.Subject == subject && row.Property == property && row.Seeded is not null)
                .Select(row => row.Seeded!)
                .ToHashSet();
            if (known.SetEquals(rows.Select(row => row.Hash)))
                continue;
            var contents = $"[{string.Join(',', rows.Select(row => row.Content))}]";
            count += await connection.ExecuteAsync(
                "INSERT INTO conflicts (subject, property, theirs, digest, made_at) VALUES (@subject, @property, @contents, @digest, "
                    + "@_at) ON CONFLICT DO NOTHING",
                new
                {
                    subject,
                    property,
                    contents,
                    digest = StatementIds.Hash(contents),
                    _at,
                }
            );
        }

        return count;
    }

    private Task<int> WriteVersionAsync(Dataset dataset, string digest) =>
        connection.ExecuteAsync(
            """
            INSERT INTO dataset (only_row, version, released, digest, seeded_at) VALUES (1, @Version, @released, @digest, @_at)
            ON CONFLICT (only_row) DO UPDATE SET version = excluded.version, released = excluded.released, digest = excluded.digest,
                seeded_at = excluded.seeded_at
            """,
            new
            {
                dataset.Version,
                released = IsoDay.Format(dataset.Released),
                digest,
                _at,
            }
        );

    private static Entry[] EntriesOf(Dataset dataset) =>
        [
            .. dataset.Subjects.SelectMany(subject =>
                subject.Statements.Select((statement, position) => new Entry(statement.Id!, statement, position))
            ),
        ];

    private readonly record struct Entry(string Id, Statement Statement, int Position)
    {
        public (string Subject, string Property) Place => (Statement.Subject, Statement.Property);

        public StatementRow ToRow(StatementContent content) =>
            StatementRow.From(Id, Statement.Subject, Statement.Property, content) with
            {
                Position = Position,
            };
    }

    private sealed record SeededRow(StatementRow Row, string Hash, string Content)
    {
        public static SeededRow From(Entry entry)
        {
            var content = StatementContent.From(entry.Statement);
            var json = content.ToJson();
            return new SeededRow(entry.ToRow(content), StatementIds.Hash(json), json);
        }
    }

    internal sealed record CurrentRow
    {
        public required string Id { get; init; }

        public required string Subject { get; init; }

        public required string Property { get; init; }

        public long Edited { get; init; }

        public string? Seeded { get; init; }

        public long Revision { get; init; }

        public long Position { get; init; }
    }
}
