using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using AiNewsBot.Facts.Model;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.Curation.Editing;

/// <summary>
/// Makers and models that a server's moderators added. Their ids end in the server, as no id of the dataset does, so that neither another
/// server's nor a later dataset's is taken for them.
/// </summary>
internal static class ServerSubjects
{
    private const char Mark = '@';
    private const int MaxSlugLength = 40;
    private const int Base = 36;

    /// <summary>Whether an id is of a subject that a server added.</summary>
    public static bool IsAdded(string id) => id.Contains(Mark, StringComparison.Ordinal);

    /// <summary>The id without the server.</summary>
    public static string SlugOf(string id) => id.Split(Mark)[0];

    /// <summary>The id of a name in a server; null where nothing of the name can be in an id.</summary>
    public static string? CreateId(Layer layer, string name)
    {
        var slug = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character) || character == '.')
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        var text = slug.ToString().Trim('-', '.');
        return text.Length == 0
            ? null
            : $"{(text.Length <= MaxSlugLength ? text : text[..MaxSlugLength].TrimEnd('-', '.'))}{Mark}{Short(layer)}";
    }

    /// <summary>Writes them, within the transaction that says something of them. What was there and was undone is there again.</summary>
    public static Task WriteAsync(DbConnection connection, Layer layer, ImmutableArray<Subject> subjects) =>
        connection.ExecuteAsync(
            """
            INSERT INTO subjects (id, kind, name, parent, about, aliases, details, related, asks, position, layer)
            VALUES (@Id, @Kind, @Name, @Parent, @About, @Aliases, @Details, @Related, @Asks, @Position, @Layer)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, parent = excluded.parent WHERE subjects.layer = excluded.layer
            """,
            subjects.Select(subject => SubjectRow.From(subject, 0) with { Layer = layer.Id })
        );

    private static string Short(Layer layer)
    {
        var number = ulong.Parse(layer.Id, NumberStyles.None, CultureInfo.InvariantCulture);
        var digits = new StringBuilder();
        for (; number > 0; number /= Base)
            digits.Insert(0, "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(number % Base)]);
        return digits.ToString();
    }
}
