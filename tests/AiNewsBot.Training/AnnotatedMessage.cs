using System.Collections.Immutable;
using System.Text.Json;

namespace AiNewsBot.Training;

/// <summary>A message with all that it claims: a line of the rows that claims are learned from.</summary>
/// <param name="M">The message.</param>
/// <param name="Claims">What it claims.</param>
internal sealed record AnnotatedMessage(string M, ImmutableArray<AnnotatedClaim> Claims)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The file it was read from, named after its author.</summary>
    public string File { get; init; } = "";

    /// <summary>Those of a folder, in a fixed order.</summary>
    public static ImmutableArray<AnnotatedMessage> ReadAll(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*.jsonl")
                .Order(StringComparer.Ordinal)
                .SelectMany(file =>
                    System
                        .IO.File.ReadLines(file)
                        .Where(line => line.Length > 0)
                        .Select(line =>
                            JsonSerializer.Deserialize<AnnotatedMessage>(line, Options)! with
                            {
                                File = Path.GetFileNameWithoutExtension(file),
                            }
                        )
                ),
        ];
}
