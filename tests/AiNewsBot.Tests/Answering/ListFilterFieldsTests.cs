using AiNewsBot.Answering;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Tests.Answering;

/// <summary>The filter of a list in a button's id is read back as it was written.</summary>
public sealed class ListFilterFieldsTests
{
    private static readonly FactBase Facts = ShippedFacts.Base;

    [Fact]
    public void Filter_of_a_list_is_read_back_from_its_fields()
    {
        var filter = new ListFilter
        {
            Of = [Find("mistral-ai")],
            ExceptOf = [Find("llama")],
            Countries = ["FR"],
            ExceptCountries = ["US"],
            Verdicts = [VerdictKind.OpenWeights, VerdictKind.OpenSource],
            Licence = Facts.Licence("Apache-2.0"),
            OtherLicences = [Facts.Licence("MIT")!],
            Components = [Components.Weights],
            Modality = "text",
            During = new Period(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
            LicenceGroup = ListFilter.OsiApproved,
            Conditions = ["revenue-cap"],
            NoConditions = ["attribution"],
            Without = [Components.TrainingData],
            OpennessClass = 2,
        };

        var fields = ListFilterFields.Write(filter);

        Assert.Equal(10, fields.Length);
        Assert.Equal(fields, ListFilterFields.Write(ListFilterFields.Read(fields, Facts)!));
        Assert.Equal(filter.OpennessClass, ListFilterFields.Read(fields, Facts)!.OpennessClass);
        Assert.Equal(filter.During, ListFilterFields.Read(fields, Facts)!.During);
        Assert.Equal(filter.OtherLicences, ListFilterFields.Read(fields, Facts)!.OtherLicences);
    }

    [Fact]
    public void Filter_without_a_licence_excludes_it()
    {
        var fields = ListFilterFields.Write(new ListFilter { ExceptLicence = Facts.Licence("MIT") });

        var filter = ListFilterFields.Read(fields, Facts);

        Assert.Equal(7, fields.Length);
        Assert.Equal("MIT", filter?.ExceptLicence?.Id);
        Assert.Null(filter?.Licence);
    }

    [Theory]
    [InlineData("no-such-maker||||||")]
    [InlineData("|||no-such-licence|||")]
    [InlineData("||||||2024-2025")]
    [InlineData("||")]
    public void Filter_of_what_is_unknown_is_refused(string fields) => Assert.Null(ListFilterFields.Read([.. fields.Split('|')], Facts));

    private static SubjectView Find(string id) => Facts.Find(id)!;
}
