using System.Collections.Frozen;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Facts.Claims;

/// <summary>What the rows of the training call what may be said of a model.</summary>
internal static class ClaimKinds
{
    /// <summary>Kinds that say how open it is, each with its term.</summary>
    public static FrozenDictionary<string, OpennessTerm> Terms { get; } =
        new Dictionary<string, OpennessTerm>
        {
            ["closed"] = OpennessTerm.Closed,
            ["open"] = OpennessTerm.Open,
            ["open_source"] = OpennessTerm.OpenSource,
            ["open_weights"] = OpennessTerm.OpenWeights,
            ["free_software"] = OpennessTerm.FreeSoftware,
            ["source_available"] = OpennessTerm.SourceAvailable,
            ["permissive"] = OpennessTerm.Permissive,
            ["restricted"] = OpennessTerm.Restricted,
            ["non_commercial"] = OpennessTerm.NonCommercial,
            ["own_licence"] = OpennessTerm.OwnLicence,
            ["osi_approved"] = OpennessTerm.OsiApproved,
            ["public_domain"] = OpennessTerm.PublicDomain,
        }.ToFrozenDictionary();
}
