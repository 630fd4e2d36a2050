using AiNewsBot.Answering;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Access;

/// <summary>Where facts are changed, and the person who changes them.</summary>
/// <param name="Layer">The layer that changes.</param>
/// <param name="Facts">The facts as they are seen there.</param>
/// <param name="Author">Who changes them.</param>
internal sealed record EditContext(Layer Layer, Snapshot Facts, Author Author)
{
    /// <summary>Whether they may lock facts there and decide on suggestions.</summary>
    public bool MayApprove { get; init; }

    public SubjectView? Find(string subject) => Facts.Facts.Find(subject);
}
