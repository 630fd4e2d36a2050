using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>A name of which nothing is known, as the subject of what a message says of it.</summary>
public static class UnknownName
{
    /// <summary>The id of all such subjects: no subject of the facts has it.</summary>
    public const string Id = "unknown-name";

    /// <summary>Something that is named and is no model for certain: a data set, a product, a word that is taken for a name.</summary>
    public static SubjectView Other { get; } = Create("");

    /// <summary>The subject of a name.</summary>
    public static SubjectView Create(string name) =>
        new(
            new Subject
            {
                Id = Id,
                Kind = SubjectKind.Family,
                Name = name,
            }
        );
}
