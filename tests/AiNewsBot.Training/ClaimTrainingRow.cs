using System.Collections.Immutable;
using AiNewsBot.Facts.Claims;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Training;

/// <summary>A message with what is said in it.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">The message.</param>
/// <param name="Claims">What it says.</param>
internal sealed record ClaimTrainingRow(string Author, string Text, ImmutableArray<MarkedClaim> Claims)
{
    private const string AuthorMark = "# author: ";
    private const string Not = "not ";
    private static readonly DateOnly Day = new(2026, 1, 1);

    /// <summary>The message as it is read.</summary>
    public required ClaimMessage Message { get; init; }

    /// <summary>The rows of a folder.</summary>
    public static ClaimTrainingRow[] ReadAll(string folder, ClaimMessageReader reader) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.tsv")
                .Order(StringComparer.Ordinal)
                .SelectMany(path =>
                {
                    var lines = File.ReadAllLines(path);
                    var author = lines[0][AuthorMark.Length..];
                    return lines
                        .Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
                        .Select(line => Parse(author, line, reader));
                }),
        ];

    private static ClaimTrainingRow Parse(string author, string line, ClaimMessageReader reader)
    {
        var cells = line.Split('\t');
        var text = Unescape(cells[0]);
        var message = reader.Read(text, Day);
        return new ClaimTrainingRow(author, text, [.. cells.Skip(1).Select(cell => Parse(cell, message))]) { Message = message };
    }

    private static MarkedClaim Parse(string cell, ClaimMessage message)
    {
        var isDenied = cell.StartsWith(Not, StringComparison.Ordinal);
        var rest = isDenied ? cell[Not.Length..] : cell;
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        var equals = rest.IndexOf(" = ", colon, StringComparison.Ordinal);
        if (colon < 0 || equals < 0)
            throw new FormatException($"A claim is a kind, a colon, a name, = and what is said of it: {cell}");
        var (name, said) = (Unescape(rest[(colon + 2)..equals]), Unescape(rest[(equals + 3)..]));
        var names = PlacesOf(name, message);
        var saids = PlacesOf(said, message);
        var best = saids
            .SelectMany(place =>
                names.DefaultIfEmpty((place.Start, place.Start)).Select(at => (place, Far: Math.Abs(at.Item1 - place.Start)))
            )
            .OrderBy(pair => pair.Far)
            .Select(pair => pair.place)
            .FirstOrDefault();
        var named = names
            .SelectMany(place =>
                message
                    .Names.Select((one, index) => (one, index))
                    .Where(one => one.one.IsSubject && one.one.Unit >= place.Start && one.one.Unit < place.End)
            )
            .Select(one => (int?)one.index)
            .FirstOrDefault();
        return new MarkedClaim(rest[..colon], name, said, isDenied, named, best.Start, best.End);
    }

    // Where units stand that are written so.
    private static List<(int Start, int End)> PlacesOf(string text, ClaimMessage message)
    {
        var found = new List<(int, int)>();
        var words = Tokenizer.Split(ClaimSigns.Spell(text));
        if (words.IsEmpty)
            return found;
        var whole = string.Concat(words.Select(word => word.Text));
        for (var start = 0; start < message.Tokens.Length; start++)
        {
            var (end, length) = (start, 0);
            while (end < message.Tokens.Length && length < whole.Length)
                length += message.Tokens[end++].Text.Length;
            if (length == whole.Length && string.Concat(message.Tokens.Skip(start).Take(end - start).Select(token => token.Text)) == whole)
                found.Add((message.UnitAt(start), message.UnitAt(end - 1) + 1));
        }

        // A part of a word, such as 'apache' in 'apache2', marks the word.
        for (var i = 0; found.Count == 0 && i < message.Tokens.Length; i++)
        {
            if (message.Tokens[i].Text.Contains(whole, StringComparison.Ordinal))
                found.Add((message.UnitAt(i), message.UnitAt(i) + 1));
        }

        return found;
    }

    private static string Unescape(string cell) =>
        cell.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
