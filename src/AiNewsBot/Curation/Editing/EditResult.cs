using System.Collections.Immutable;
using AiNewsBot.Chat;

namespace AiNewsBot.Curation.Editing;

/// <summary>What became of a change.</summary>
internal abstract record EditResult
{
    private EditResult() { }

    /// <summary>It was made.</summary>
    /// <param name="Revisions">One for each statement that changed.</param>
    public sealed record Done(ImmutableArray<Revision> Revisions) : EditResult
    {
        public Revision Revision => Revisions[0];

        /// <summary>Whether it stood already by the same author: they sent it again,
        /// since the chat did not show them that it was made.</summary>
        public bool IsRepeat { get; init; }
    }

    /// <summary>Another editor changed the statement meanwhile; nothing was written.</summary>
    /// <param name="Theirs">Its current state.</param>
    /// <param name="Base">As the author saw it; null where that is not known.</param>
    public sealed record Conflict(CurrentStatement Theirs, AiNewsBot.Storage.StatementContent? Base) : EditResult;

    /// <summary>It may not be made; nothing was written.</summary>
    public sealed record Refused(Refusal Why) : EditResult;
}
