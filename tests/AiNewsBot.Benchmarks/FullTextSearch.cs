using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;
using Microsoft.Data.Sqlite;

namespace AiNewsBot.Benchmarks;

/// <summary>What a plain full-text search over the same subjects finds: SQLite's FTS5, ranked by BM25, names weighing ten times their
/// descriptions.</summary>
internal sealed class FullTextSearch : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _query;

    public FullTextSearch(FactBase facts)
    {
        _connection.Open();
        using (var create = _connection.CreateCommand())
        {
            create.CommandText = "CREATE VIRTUAL TABLE subjects USING fts5(id UNINDEXED, name, aliases, about)";
            create.ExecuteNonQuery();
        }

        using (var transaction = _connection.BeginTransaction())
        using (var insert = _connection.CreateCommand())
        {
            insert.Transaction = transaction;
            insert.CommandText = "INSERT INTO subjects (id, name, aliases, about) VALUES (@id, @name, @aliases, @about)";
            foreach (var name in (string[])["@id", "@name", "@aliases", "@about"])
                insert.Parameters.AddWithValue(name, "");
            foreach (var view in facts.All)
            {
                insert.Parameters["@id"].Value = view.Id;
                insert.Parameters["@name"].Value = view.Name;
                insert.Parameters["@aliases"].Value = string.Join(", ", view.Subject.Aliases);
                insert.Parameters["@about"].Value = view.Subject.About ?? "";
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        _query = _connection.CreateCommand();
        _query.CommandText = "SELECT id FROM subjects WHERE subjects MATCH @words ORDER BY bm25(subjects, 0, 10, 10, 1) LIMIT 1";
        _query.Parameters.AddWithValue("@words", "");
        _query.Prepare();
    }

    /// <summary>The id of the first hit, or null. Words are quoted, so that none is an operator.</summary>
    public string? First(string question)
    {
        var words = Tokenizer
            .Split(question)
            .Select(token => token.Text.Replace('"', ' '))
            .Where(word => word.Length > 0)
            .Select(word => $"\"{word}\"")
            .ToArray();
        if (words.Length == 0)
            return null;
        _query.Parameters["@words"].Value = string.Join(" OR ", words);
        return _query.ExecuteScalar() as string;
    }

    public void Dispose()
    {
        _query.Dispose();
        _connection.Dispose();
    }
}
