using AiNewsBot.Answering;
using AiNewsBot.Facts;

namespace AiNewsBot.Curation;

/// <summary>Where somebody changes facts, and as whom.</summary>
/// <param name="Layer">The layer that changes.</param>
/// <param name="Facts">The facts as they are seen there.</param>
/// <param name="Author">Who changes them.</param>
public sealed record FactPlace(Layer Layer, Snapshot Facts, Author Author)
{
    /// <summary>Whether they may lock facts there and decide on suggestions.</summary>
    public bool MayApprove { get; init; }

    public SubjectView? Find(string subject) => Facts.Facts.Find(subject);
}
