using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Transfer;

/// <summary>Reads a file of facts, each statement with its line.</summary>
internal static class TransferReader
{
    private const int MaxDepth = 8;

    // Editors of texts put it before the file.
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private const int MaxCount = 20_000;

    /// <summary>The statements; the error where the file is of another format.</summary>
    public static (ImmutableArray<(int Line, TransferEntry? Entry, Refusal? Fault)> Entries, Refusal? Fault) Read(
        byte[] file,
        out TransferSubject[] subjects
    )
    {
        subjects = [];
        try
        {
            return ReadFile(file.AsSpan().StartsWith(ByteOrderMark) ? file[ByteOrderMark.Length..] : file, out subjects);
        }
        catch (JsonException exception)
        {
            return ([], new Refusal(RefusalCode.FileNoJson, $"{exception.LineNumber + 1}"));
        }
    }

    private static (ImmutableArray<(int, TransferEntry?, Refusal?)>, Refusal?) ReadFile(byte[] file, out TransferSubject[] subjects)
    {
        subjects = [];
        var reader = new Utf8JsonReader(file, new JsonReaderOptions { MaxDepth = MaxDepth });
        var entries = ImmutableArray.CreateBuilder<(int, TransferEntry?, Refusal?)>();
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
                else if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("subjects") && reader.Read())
                    subjects = JsonSerializer.Deserialize(ref reader, TransferJson.Default.TransferSubjectArray) ?? [];
            }
            else if (isInside && reader.CurrentDepth == 2 && reader.TokenType == JsonTokenType.StartObject)
            {
                if (entries.Count == MaxCount)
                    return ([], new Refusal(RefusalCode.FileTooMany, $"{MaxCount}"));
                var start = (int)reader.TokenStartIndex;
                line += file.AsSpan(at, start - at).Count((byte)'\n');
                at = start;
                reader.Skip();
                entries.Add(ReadOne(file.AsSpan(start, (int)reader.BytesConsumed - start), line));
            }
        }

        return format == TransferFile.ThisFormat ? (entries.ToImmutable(), null) : ([], new Refusal(RefusalCode.FileOtherFormat));
    }

    private static (int, TransferEntry?, Refusal?) ReadOne(ReadOnlySpan<byte> json, int line)
    {
        try
        {
            return (line, JsonSerializer.Deserialize(json, TransferJson.Default.TransferEntry), null);
        }
        catch (JsonException exception)
        {
            return (line, null, new Refusal(RefusalCode.LineValueKind, exception.Path ?? ""));
        }
    }
}
