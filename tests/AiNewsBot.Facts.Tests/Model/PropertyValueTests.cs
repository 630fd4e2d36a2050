using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Tests.Model;

/// <summary>What values the properties take, and what is said of those that they do not.</summary>
public sealed class PropertyValueTests
{
    [Theory]
    [InlineData(Components.Weights, "available gated on-request partial unavailable unknown")]
    [InlineData("model_metadata", "available gated on-request partial unavailable unknown")]
    [InlineData(Properties.DataInformation, "sufficient insufficient unknown")]
    [InlineData(Properties.OsiApproved, "true false")]
    [InlineData(Properties.FsfLibre, "true false")]
    [InlineData(Properties.OpenData, "true false")]
    [InlineData(Properties.Commercial, "yes conditional no")]
    [InlineData(Properties.OutputsCommercial, "yes conditional no")]
    [InlineData(Properties.OutputsTraining, "yes conditional no")]
    [InlineData(Properties.OutputsOwnership, "user maker unclaimed")]
    [InlineData(Properties.Derivatives, "bound conditional free")]
    public void Property_takes_a_few_words_and_names_them(string property, string values)
    {
        var all = values.Split(' ');

        Assert.All(all, value => Assert.Null(PropertyValues.GetAllowed(property, value)));
        var refusal = PropertyValues.GetAllowed(property, "Maybe");
        Assert.NotNull(refusal);
        Assert.All(all, value => Assert.Contains(value, refusal, StringComparison.Ordinal));
        Assert.NotNull(PropertyValues.GetAllowed(property, all[0].ToUpperInvariant()));
        Assert.NotNull(PropertyValues.GetAllowed(property, ""));
    }

    [Fact]
    public void Kind_of_condition_is_one_of_those_known()
    {
        Assert.Null(PropertyValues.GetAllowed(Properties.Condition, "user-cap"));
        Assert.StartsWith("attribution, field-of-use, hosting", PropertyValues.GetAllowed(Properties.Condition, "cap"));
    }

    [Theory]
    [InlineData("US", true)]
    [InlineData("us", false)]
    [InlineData("USA", false)]
    [InlineData("U", false)]
    [InlineData("ÄÖ", false)]
    public void Country_is_two_capitals(string country, bool isValid) =>
        Assert.Equal(isValid, PropertyValues.GetAllowed(Properties.Country, country) is null);

    [Theory]
    [InlineData(Properties.Event, 1000, true)]
    [InlineData(Properties.Event, 1001, false)]
    [InlineData(Properties.Promise, 1001, false)]
    [InlineData(Properties.Licence, 12, true)]
    public void Texts_are_limited(string property, int length, bool isValid) =>
        Assert.Equal(isValid, PropertyValues.GetAllowed(property, new string('x', length)) is null);

    [Theory]
    [InlineData("available", Availability.Available, true)]
    [InlineData("gated", Availability.Gated, true)]
    [InlineData("on-request", Availability.OnRequest, true)]
    [InlineData("partial", Availability.Partial, true)]
    [InlineData("unavailable", Availability.Unavailable, false)]
    [InlineData("unknown", Availability.Unknown, false)]
    public void Availabilities_are_read_and_written_as_slugs(string slug, Availability availability, bool isPublished)
    {
        Assert.Equal(availability, AvailabilityText.TryParse(slug));
        Assert.Equal(slug, availability.ToSlug());
        Assert.Equal(isPublished, availability.IsPublished());
    }

    [Theory]
    [InlineData("Available")]
    [InlineData("")]
    [InlineData("open")]
    public void Other_slugs_are_no_availability(string slug) => Assert.Null(AvailabilityText.TryParse(slug));

    [Theory]
    [InlineData("training_code.licence", "training_code")]
    [InlineData("licence", null)]
    [InlineData("weights", null)]
    public void Property_of_a_licence_names_its_component(string property, string? component) =>
        Assert.Equal(component, Properties.ComponentOfLicence(property));

    [Fact]
    public void Components_are_seventeen_known_slugs_with_labels()
    {
        Assert.Equal(17, Components.All.Distinct().Count());
        Assert.All(Components.All, slug => Assert.True(Components.Contains(slug)));
        Assert.False(Components.Contains("licence"));
        Assert.Equal("data preprocessing code", Components.Label(Components.DataPreprocessingCode));
        Assert.Equal(["training_data", "evaluation_data"], Components.All.Where(Components.IsData));
    }
}
