namespace AiNewsBot.Curation.Forms;

/// <summary>What the buttons and forms of curation do. Their ids carry what is needed to do it after a restart.</summary>
internal static class FactButtonIds
{
    /// <summary>The form of a fact; its target follows.</summary>
    public const string Form = "fact-form";

    /// <summary>Takes a revision back; its number follows.</summary>
    /// <summary>Opens the form of a new model: the purpose, then what it is called.</summary>
    public const string NewModel = "model-new";

    /// <summary>Adds a model as it was shown: the draft.</summary>
    public const string AddModel = "model-add";

    public const string Undo = "fact-undo";

    /// <summary>Opens the form of one of several statements: g or s, its id.</summary>
    public const string Pick = "fact-pick";

    /// <summary>Retracts one of several statements: g or s, its id, the draft that keeps why; empty for no reason.</summary>
    public const string Retract = "fact-retract";

    /// <summary>Locks one of several statements, likewise.</summary>
    public const string Lock = "fact-lock";

    /// <summary>Unlocks one of several statements, likewise.</summary>
    public const string Unlock = "fact-unlock";

    /// <summary>A page of a history: g or s, subject, property, and the number below which it begins.</summary>
    public const string History = "fact-history";

    /// <summary>Suggests a server's statement to the curators; the number of its revision follows.</summary>
    public const string Propose = "fact-propose";

    /// <summary>Says that a statement was checked: g or s, its id, its revision.</summary>
    public const string Verify = "fact-verify";

    /// <summary>A page of what was not checked for long.</summary>
    public const string Stale = "fact-stale";

    /// <summary>Overwrites the current values with a draft.</summary>
    public const string Overwrite = "draft-overwrite";

    /// <summary>Opens the form with a draft in it.</summary>
    public const string Resume = "draft-resume";

    /// <summary>Forgets a draft.</summary>
    public const string Discard = "draft-discard";

    public const string Approve = "suggestion-approve";
    public const string EditAndApprove = "suggestion-edit";
    public const string Reject = "suggestion-reject";

    /// <summary>The next that waits.</summary>
    public const string Review = "suggestion-next";
}
