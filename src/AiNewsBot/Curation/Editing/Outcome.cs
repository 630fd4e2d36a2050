using System.Collections.Immutable;

namespace AiNewsBot.Curation.Editing;

/// <summary>What became of a change.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>It was made.</summary>
    /// <param name="Revisions">One for each statement that changed.</param>
    public sealed record Done(ImmutableArray<Revision> Revisions) : Outcome
    {
        public Revision Revision => Revisions[0];

        /// <summary>Whether it stood already by the same author: they sent it again, since the chat did not show them that it was made.</summary>
        public bool IsRepeat { get; init; }
    }

    /// <summary>Somebody else changed the statement meanwhile; nothing was written.</summary>
    /// <param name="Theirs">As it stands now.</param>
    /// <param name="Base">As the author saw it; null where that is not known.</param>
    public sealed record Conflict(Standing Theirs, Storage.Content? Base) : Outcome;

    /// <summary>It may not be made; nothing was written.</summary>
    /// <param name="Why">A sentence to the author.</param>
    public sealed record Refused(string Why) : Outcome;
}
