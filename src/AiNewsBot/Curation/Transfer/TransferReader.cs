using System.Collections.Immutable;
using System.Text.Json;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Reads a file of facts, each statement with its line.</summary>
internal static class TransferReader
{
    private const int MaxDepth = 8;

    // Editors of texts put it before the file.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private const int MaxCount = 20_000;

    /// <summary>The statements; the error where the file is of another format.</summary>
    public static (ImmutableArray<(int Line, TransferEntry? Entry, string? Fault)> Entries, string? Fault) Read(byte[] file)
    {
        try
        {
            return ReadFile(file.AsSpan().StartsWith(ByteOrderMark) ? file[ByteOrderMark.Length..] : file);
        }
        catch (JsonException exception)
        {
            return ([], $"Line {exception.LineNumber + 1}: this is no JSON. Nothing was changed.");
        }
    }

    private static (ImmutableArray<(int, TransferEntry?, string?)>, string?) ReadFile(byte[] file)
    {
        var reader = new Utf8JsonReader(file, new JsonReaderOptions { MaxDepth = MaxDepth });
        var entries = ImmutableArray.CreateBuilder<(int, TransferEntry?, string?)>();
        string? format = null;
        var isInside = false;
        var (line, at) = (1, 0);
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                isInside = reader.ValueTextEquals("statements");
                if (reader.ValueTextEquals("format") && reader.Read() && reader.TokenType == JsonTokenType.String)
                    format = reader.GetString();
            }
            else if (isInside && reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.StartObject)
            {
                if (entries.Count == MaxCount)
                    return ([], $"The file has more than {MaxCount} statements. Nothing was changed.");
                var start = (int)reader.TokenStartIndex;
                line += file.AsSpan(at, start - at).Count((byte)'\n');
                at = start;
                reader.Skip();
                entries.Add(ReadOne(file.AsSpan(start, (int)reader.BytesConsumed - start), line));
            }
        }

        return format == TransferFile.ThisFormat
            ? (entries.ToImmutable(), null)
            : ([], "This is no file that /fact export wrote: its format is another. Nothing was changed.");
    }

    private static (int, TransferEntry?, string?) ReadOne(ReadOnlySpan<byte> json, int line)
    {
        try
        {
            return (line, JsonSerializer.Deserialize(json, TransferJson.Default.TransferEntry), null);
        }
        catch (JsonException exception)
        {
            return (line, null, $"'{exception.Path}' has a value of another kind");
        }
    }
}
