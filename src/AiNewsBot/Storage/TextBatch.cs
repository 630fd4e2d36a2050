namespace AiNewsBot.Storage;

/// <summary>
/// Eight values for an IN list; those that are left over repeat the last one. Each database has its own way to pass a list of any length,
/// and this one is common to all: the statement stays the same, and an index serves it.
/// </summary>
internal sealed record TextBatch(string A, string B, string C, string D, string E, string F, string G, string H)
{
    /// <summary>The list, for a statement whose parameters are those of a batch.</summary>
    public const string List = "(@A, @B, @C, @D, @E, @F, @G, @H)";

    private const int Size = 8;

    /// <summary>As many as the values take; none for none.</summary>
    public static IEnumerable<TextBatch> From(IEnumerable<string> values) =>
        values
            .Chunk(Size)
            .Select(chunk =>
            {
                string At(int index) => chunk[Math.Min(index, chunk.Length - 1)];
                return new TextBatch(At(0), At(1), At(2), At(3), At(4), At(5), At(6), At(7));
            });
}
