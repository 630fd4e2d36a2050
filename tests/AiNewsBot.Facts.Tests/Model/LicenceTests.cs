using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Tests.Harness;

namespace AiNewsBot.Facts.Tests.Model;

/// <summary>What follows from the terms of a licence.</summary>
public sealed class LicenceTests
{
    // Each kind of condition: those that bind the use make a licence restricted, those that ask for credit or like terms do not.
    [Theory]
    [InlineData("user-cap", true)]
    [InlineData("revenue-cap", true)]
    [InlineData("field-of-use", true)]
    [InlineData("territory", true)]
    [InlineData("no-training", true)]
    [InlineData("naming", true)]
    [InlineData("hosting", true)]
    [InlineData("non-commercial", true)]
    [InlineData("attribution", false)]
    [InlineData("notice", false)]
    [InlineData("share-alike", false)]
    [InlineData("pass-on", false)]
    [InlineData("patent", false)]
    [InlineData("request", false)]
    public void Condition_restricts_use_or_asks_for_credit(string kind, bool restricts)
    {
        var licence = Of("commercial yes", $"condition {kind}");

        Assert.Contains(kind, Condition.Kinds);
        Assert.Equal(restricts, Assert.Single(licence.Conditions).Restricts);
        Assert.Equal(restricts, licence.Restrictions.Any());
        Assert.Equal(!restricts, licence.IsPermissive);
    }

    [Fact]
    public void Every_kind_of_condition_is_in_the_table_above() => Assert.Equal(14, Condition.Kinds.Count);

    [Theory]
    [InlineData("commercial yes", CommercialUse.Yes, true)]
    [InlineData("commercial conditional", CommercialUse.Conditional, false)]
    [InlineData("commercial no", CommercialUse.No, false)]
    [InlineData("commercial perhaps", CommercialUse.Unknown, null)]
    [InlineData("osi_approved true", CommercialUse.Unknown, null)]
    [InlineData("commercial yes deprecated", CommercialUse.Unknown, null)]
    public void Commercial_use_decides_whether_a_licence_is_permissive(string line, CommercialUse use, bool? isPermissive)
    {
        var licence = Of(line);

        Assert.Equal((use, isPermissive), (licence.Commercial, licence.IsPermissive));
    }

    [Theory]
    [InlineData("osi_approved true", true, true)]
    [InlineData("fsf_libre true", false, true)]
    [InlineData("open_data true", false, true)]
    [InlineData("osi_approved false", false, false)]
    [InlineData("commercial yes", false, false)]
    public void Framework_accepts_free_and_open_data_licences_too(string line, bool isApproved, bool countsAsOpen)
    {
        var licence = Of(line);

        Assert.Equal((isApproved, countsAsOpen), (licence.OsiApproved, licence.CountsAsOpen));
    }

    [Theory]
    [InlineData("condition user-cap | text: at most a million users | limit: 1000000", "at most a million users", 1_000_000L)]
    [InlineData("condition user-cap | limit: 1,000", "user-cap", null)]
    [InlineData("condition user-cap | limit: -5", "user-cap", null)]
    [InlineData("condition user-cap | limit: 99999999999999999999", "user-cap", null)]
    [InlineData("condition user-cap", "user-cap", null)]
    public void Condition_has_a_text_and_a_limit_where_one_is_a_whole_number(string line, string text, long? limit)
    {
        var condition = Assert.Single(Of(line).Conditions);

        Assert.Equal((text, limit), (condition.Text, condition.Limit));
    }

    [Theory]
    [InlineData("Apache-2.0", "Apache-2.0")]
    [InlineData("LicenseRef-Llama-3", "Llama 3 Community License")]
    public void Short_name_is_the_SPDX_id_where_there_is_one(string id, string shortName)
    {
        var subject = FactLine.Terms(id) with { Name = "Llama 3 Community License" };

        Assert.Equal(shortName, FactBase.Create([subject]).Licence(id)!.ShortName);
    }

    [Fact]
    public void Terms_of_use_are_found_by_property()
    {
        var licence = Of("outputs_commercial no | text: no selling", "derivatives bound");

        Assert.Equal("no selling", licence.TermsOf(Properties.OutputsCommercial)?.Qualifier(Qualifiers.Text));
        Assert.Equal("bound", licence.TermsOf(Properties.Derivatives)?.Value);
        Assert.Null(licence.TermsOf(Properties.OutputsOwnership));
        Assert.Null(licence.CommercialStatement);
    }

    private static Licence Of(params string[] lines) => FactBase.Create([FactLine.Terms("L", lines)]).Licence("L")!;
}
