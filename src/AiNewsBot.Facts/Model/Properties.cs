using System.Collections.Immutable;

namespace AiNewsBot.Facts.Model;

/// <summary>Slugs of the properties that statements use, beside the components of <see cref="Components"/>.</summary>
public static class Properties
{
    /// <summary>A release was made public as a product or paper; the value is the date.</summary>
    public const string Announced = "announced";

    /// <summary>The licence of a release's distribution; the value is a licence's id.</summary>
    public const string Licence = "licence";

    /// <summary>Whether the training data are described as OSI's definition asks: sufficient, insufficient or unknown.</summary>
    public const string DataInformation = "data_information";

    /// <summary>What a model is built on; the value is the id of a release or family.</summary>
    public const string BasedOn = "based_on";

    /// <summary>Whether what a model makes may be used commercially: yes, conditional or no.</summary>
    public const string OutputsCommercial = "outputs_commercial";

    /// <summary>Who owns what a model makes: user, maker or unclaimed.</summary>
    public const string OutputsOwnership = "outputs_ownership";

    /// <summary>Whether other models may be trained on what a model makes: yes, conditional or no.</summary>
    public const string OutputsTraining = "outputs_training";

    /// <summary>Whether what is built on a model must keep its terms: bound, conditional or free.</summary>
    public const string Derivatives = "derivatives";

    /// <summary>A promise; the value says what.</summary>
    public const string Promise = "promise";

    /// <summary>A dated event; the value says what happened.</summary>
    public const string Event = "event";

    /// <summary>What a topic says; the value is the sentence.</summary>
    public const string Says = "says";

    /// <summary>Whether a licence is approved by the Open Source Initiative: true or false.</summary>
    public const string OsiApproved = "osi_approved";

    /// <summary>Whether a licence is free in the Free Software Foundation's view: true or false.</summary>
    public const string FsfLibre = "fsf_libre";

    /// <summary>Whether a licence is an open one for data or documents: true or false.</summary>
    public const string OpenData = "open_data";

    /// <summary>Whether a licence allows commercial use: yes, conditional or no.</summary>
    public const string Commercial = "commercial";

    /// <summary>A condition of a licence; the value is its kind.</summary>
    public const string Condition = "condition";

    /// <summary>The country of an organisation, as an ISO 3166 code.</summary>
    public const string Country = "country";

    /// <summary>Another name, added to those of the dataset.</summary>
    public const string Alias = "alias";

    private const string LicenceSuffix = ".licence";

    /// <summary>What a licence says of outputs and of what is built on the work.</summary>
    public static ImmutableArray<string> OfUse { get; } = [OutputsCommercial, OutputsOwnership, OutputsTraining, Derivatives];

    /// <summary>The property of a component's own licence.</summary>
    public static string LicenceOf(string component) => component + LicenceSuffix;

    /// <summary>The component whose own licence the property is, or null.</summary>
    public static string? ComponentOfLicence(string property) =>
        property.EndsWith(LicenceSuffix, StringComparison.Ordinal) ? property[..^LicenceSuffix.Length] : null;
}
