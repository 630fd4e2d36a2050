using AiNewsBot.Curation.Editing;
using AiNewsBot.Storage;
using AiNewsBot.Storage.Sqlite;
using Dapper;

namespace AiNewsBot.Kill.Tests;

/// <summary>What is wrong with a database after its bot was killed.</summary>
internal static class EditCheck
{
    /// <param name="mostInFlight">How many edits may have been made without their answer coming through.</param>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(string file, EditStream edits, int mostInFlight)
    {
        var faults = new List<string>();
        var database = new DatabaseFile($"Data Source={file}");
        if ((await DatabaseCheck.RunAsync(database)).Fault is { } fault)
            faults.Add($"the file is damaged: {fault}");
        var layer = new Layer(EditStream.Guild);
        using var connection = database.OpenToRead();
        var made = connection
            .Query<(long Number, string Property, string Content)>(
                "SELECT number, property, content FROM revisions WHERE layer = @Id",
                new { layer.Id }
            )
            .ToDictionary(row => row.Number, row => (row.Property, StatementContent.Parse(row.Content).Value));
        foreach (var edit in edits.Acknowledged)
        {
            if (!made.TryGetValue(edit.Revision, out var revision) || revision != (edit.Property, edit.Value))
                faults.Add($"{edit} was acknowledged and is not there");
        }

        if (made.Count > edits.Acknowledged.Count + mostInFlight)
            faults.Add($"{made.Count} edits were made, of which {edits.Acknowledged.Count} were acknowledged: some were made twice");
        var reader = new FactReader(new SqliteDatabase(database));
        CurrentStatement[] stand =
        [
            .. await reader.ReadOwnAsync(layer, "grok-1", "event"),
            .. await reader.ReadOwnAsync(layer, "grok-1", "licence"),
        ];
        var last = connection
            .Query<(string Statement, long Number, string Content)>(
                "SELECT statement, MAX(number), content FROM revisions WHERE layer = @Id GROUP BY statement",
                new { layer.Id }
            )
            .ToDictionary(row => row.Statement);
        foreach (var fact in stand)
        {
            if (!last.Remove(fact.Id, out var revision))
                faults.Add($"{fact.Property} '{fact.Content.Value}' has no revision");
            else if (revision.Number != fact.Revision || StatementContent.Parse(revision.Content) != fact.Content)
                faults.Add($"{fact.Property} '{fact.Content.Value}' is not as its last revision says");
        }

        foreach (var orphan in last.Values)
            faults.Add($"revision {orphan.Number} has no fact");
        if (made.Count > 0 && await Revisions.GetLastAsync(connection) < made.Keys.Max())
            faults.Add("the counter of revisions is behind");
        var stated = stand.Where(fact => fact.Property == "event").Select(fact => fact.Content.Value).ToHashSet();
        foreach (var edit in edits.Acknowledged.Where(edit => edit.Property == "event" && !stated.Contains(edit.Value)))
            faults.Add($"'{edit.Value}' was acknowledged and is not among the facts");
        return faults;
    }
}
