namespace AiNewsBot.Chat;

/// <summary>What a button says of itself: an action and an argument. It carries all
/// that is needed, so that it works after a restart.</summary>
internal static class ButtonId
{
    /// <summary>How open a subject is.</summary>
    public const string Model = "model";

    /// <summary>Its timeline.</summary>
    public const string Timeline = "timeline";

    /// <summary>Its licence.</summary>
    public const string Licence = "licence";

    /// <summary>Something else that may have been asked of it.</summary>
    public const string Aspect = "aspect";

    /// <summary>A form that asks what to compare it with; and that form, filled in.</summary>
    public const string Compare = "compare";

    /// <summary>A form to report what is wrong.</summary>
    public const string Report = "report";

    /// <summary>Asks the moderators for an answer to a question.</summary>
    public const string Tell = "tell";

    /// <summary>Counts an answer as useful: what <see cref="More"/> shows of it.</summary>
    public const string Useful = "useful";

    /// <summary>Counts it as wrong.</summary>
    public const string Wrong = "wrong";

    /// <summary>All sources and readings of an answer, and the form to report a mistake.</summary>
    public const string More = "more";

    /// <summary>Another page of a timeline: the subject, then the number.</summary>
    public const string TimelinePage = "timeline-page";

    /// <summary>Another page of a list: its filter, then the number.</summary>
    public const string ListPage = "list-page";

    /// <summary>The same of a timeline that one person sees.</summary>
    public const string OwnTimelinePage = "own-timeline";

    /// <summary>The same of a list that one person sees.</summary>
    public const string OwnListPage = "own-list";

    /// <summary>An answer that one person saw, for all to see.</summary>
    public const string ShareAnswer = "share-answer";

    /// <summary>The answer to what was asked, of the one that was meant.</summary>
    public const string Choose = "choose";

    /// <summary>The same for the one who asked alone.</summary>
    public const string ChooseAlone = "choose-alone";

    /// <summary>The longest id that the chat takes.</summary>
    public const int MaxLength = 100;

    /// <summary>The id of an action.</summary>
    public static string Format(string action, string argument) => $"{action}:{argument}";

    /// <summary>The action and the argument; the argument may be empty.</summary>
    public static (string Action, string Argument) Parse(string id)
    {
        var colon = id.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (id, "") : (id[..colon], id[(colon + 1)..]);
    }
}
