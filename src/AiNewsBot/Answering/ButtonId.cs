namespace AiNewsBot.Answering;

/// <summary>What a button says of itself: an action and a subject. It carries all that is needed, so that it works after a restart.</summary>
public static class ButtonId
{
    public const string Model = "model";
    public const string Timeline = "timeline";
    public const string Licence = "licence";

    public static string Of(string action, string subject) => $"{action}:{subject}";

    /// <summary>The action and the subject; the subject is empty where there is none.</summary>
    public static (string Action, string Subject) Parse(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (id, "") : (id[..colon], id[(colon + 1)..]);
    }
}
