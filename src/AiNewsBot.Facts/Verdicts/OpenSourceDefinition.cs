using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Verdicts;

/// <summary>
/// The Open Source AI Definition 1.0: parameters, and the complete code that trains and runs the model, under OSI-approved terms,
/// and data information sufficient to build a substantially equivalent system.
/// </summary>
public static class OpenSourceDefinition
{
    /// <summary>Its id in answers.</summary>
    public const string Id = "osaid-1.0";

    private static readonly ImmutableArray<string> Parts = [Components.Weights, Components.TrainingCode, Components.InferenceCode];

    /// <summary>How a release stood under it on a day. Unknown only when nothing is surely missing.</summary>
    public static DefinitionResult Judge(Release release, Func<string, Licence?> licences, DateOnly day)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        var open = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Parts)
        {
            switch (IsUnderOpenTerms(release, part, licences, day))
            {
                case false:
                    missing.Add(part);
                    break;
                case null:
                    open.Add(part);
                    break;
            }
        }

        switch (release.GetEffective(Properties.DataInformation, day).Value)
        {
            case "sufficient":
                break;
            case "insufficient":
                missing.Add(Properties.DataInformation);
                break;
            default:
                open.Add(Properties.DataInformation);
                break;
        }

        return missing.Count > 0 ? new DefinitionResult(Id, DefinitionResult.NotMet, missing.ToImmutable())
            : open.Count > 0 ? new DefinitionResult(Id, DefinitionResult.Unknown, open.ToImmutable())
            : new DefinitionResult(Id, DefinitionResult.Met, []);
    }

    private static bool? IsUnderOpenTerms(Release release, string part, Func<string, Licence?> licences, DateOnly day)
    {
        var reading = release.Component(part, day);
        if (reading.Availability is Availability.Unknown)
            return null;
        if (reading.Availability is not (Availability.Available or Availability.Gated))
            return false;
        return release.GetLicence(part, day).Value is { } id ? licences(id)?.OsiApproved : null;
    }
}
