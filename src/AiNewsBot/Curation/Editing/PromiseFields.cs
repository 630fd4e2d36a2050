namespace AiNewsBot.Curation.Editing;

/// <summary>What a promise says, as the answers' sentence takes it: "promised to …".</summary>
internal static class PromiseFields
{
    private const string To = "to ";

    public static string ValueOf(string? written)
    {
        var text = (written ?? "").Trim().TrimEnd('.');
        return text.StartsWith(To, StringComparison.OrdinalIgnoreCase) ? text[To.Length..].TrimStart() : text;
    }
}
