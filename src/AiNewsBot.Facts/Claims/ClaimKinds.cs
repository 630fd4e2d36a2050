using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Facts.Claims;

/// <summary>Kinds of what is said, as the rows of the training call them.</summary>
internal static class ClaimKinds
{
    public const string Licence = "licence";
    public const string Maker = "maker";
    public const string Base = "base";
    public const string ReleaseDate = "release_date";
    public const string Openness = "openness";
    public const string CommercialUse = "commercial_use";
    public const string Outputs = "outputs";
    public const string Distillation = "distillation";
    public const string Territory = "territory";
    public const string Limit = "limit";
    public const string Code = "code";

    /// <summary>The kind of what is put forward, and whether it is denied, as rows of the training tell it.</summary>
    public static (string Kind, bool IsDenied) Of(Assertion says) =>
        says switch
        {
            { Term: OpennessTerm.NonCommercial } => (CommercialUse, !says.IsDenied),
            { Term: OpennessTerm.OwnLicence } or { Aspect: Aspect.Licence } => (Licence, says.IsDenied),
            { Term: not null } => (Openness, says.IsDenied),
            { Component: "intermediate_weights" } => (Components.Weights, says.IsDenied),
            { Component: Components.TechnicalReport } => (Components.Paper, says.IsDenied),
            { Aspect: Aspect.Component, Component: { } component } => (component, says.IsDenied),
            { Aspect: Aspect.ReleaseDate } => (ReleaseDate, says.IsDenied),
            { Maker: not null } => (Maker, says.IsDenied),
            { Base: not null } => (Base, says.IsDenied),
            { Aspect: Aspect.CommercialUse } => (CommercialUse, says.IsDenied),
            { Aspect: Aspect.Outputs } => (Outputs, says.IsDenied),
            { Condition: "no-training" } => (Distillation, !says.IsDenied),
            { Condition: "user-cap" or "revenue-cap" } => (Limit, says.IsDenied),
            { Condition: Territory } => (Territory, !says.IsDenied),
            { Condition: "field-of-use" } => ("use_policy", says.IsDenied),
            { Condition: "hosting" } => ("hosting_limit", says.IsDenied),
            { Condition: { } condition } => (condition, says.IsDenied),
            _ => ("restriction", says.IsDenied ^ says.IsUnlimited),
        };

    /// <summary>Whether a phrase may say something of a kind wherever it stands.</summary>
    public static bool IsShownBy(string kind, PhraseHit hit) =>
        (kind, hit.Group) switch
        {
            (Openness, "terms") => hit.Value is not ("non-commercial" or "custom"),
            (CommercialUse, "terms") => hit.Value is "non-commercial",
            (CommercialUse, "commercial") => true,
            ("licence", "terms") => hit.Value is "custom",
            ("code", "components") => hit.Value is "inference_code",
            (_, "components") => hit.Value == kind,
            ("country", "cue countries") => true,
            (Limit, "conditions") => hit.Value is "user-cap" or "revenue-cap",
            ("territory", "conditions") => hit.Value is "territory",
            _ => false,
        };

    /// <summary>Whether what is said is found by a name or date in it, and not by its words alone.</summary>
    public static bool IsOfNames(string kind) => kind is Maker or Base or ReleaseDate;
}
