using AiNewsBot.Feeds;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.Tests.News.Feeds;

/// <summary>Why feeds cannot be read: stored as data, told in words.</summary>
public sealed class FeedFaultsTests
{
    public static TheoryData<FeedFaultCode> Codes => [.. Enum.GetValues<FeedFaultCode>().Where(code => code != FeedFaultCode.Other)];

    public static TheoryData<FeedAddressFault> AddressFaults => [.. Enum.GetValues<FeedAddressFault>()];

    public static TheoryData<ReservedRangeKind> Ranges => [.. Enum.GetValues<ReservedRangeKind>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Reason_says_to_moderators_what_it_says_in_the_log(FeedFaultCode code)
    {
        var fault = new FeedFault(
            code,
            "lab.example",
            code switch
            {
                FeedFaultCode.RedirectUnusable => nameof(FeedAddressFault.OtherScheme),
                FeedFaultCode.AddressNotPublic => nameof(ReservedRangeKind.LinkLocal),
                _ => "443",
            }
        );

        Assert.Equal(fault.ToString(), FeedFaults.Sentence(fault));
        Assert.EndsWith(".", fault.ToString());
        Assert.Equal(fault, FeedFaults.Restore(FeedFaults.Store(fault)));
    }

    [Theory]
    [MemberData(nameof(AddressFaults))]
    public void Redirect_to_what_is_no_address_says_why(FeedAddressFault why)
    {
        var fault = new FeedFault(FeedFaultCode.RedirectUnusable, "lab.example", $"{why}");

        Assert.Equal(fault.ToString(), FeedFaults.Sentence(fault));
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Address_that_is_not_public_is_told_by_its_kind(ReservedRangeKind kind)
    {
        var fault = new FeedFault(FeedFaultCode.AddressNotPublic, "lab.example", $"{kind}");

        Assert.Equal(fault.ToString(), FeedFaults.Sentence(fault));
    }

    [Theory]
    [InlineData("lab.example has no such page (410).")]
    [InlineData("3")]
    [InlineData("forbidden")]
    [InlineData("")]
    public void Sentence_that_an_earlier_version_stored_is_told_as_it_is(string stored) =>
        Assert.Equal(stored, FeedFaults.Sentence(FeedFaults.Restore(stored)));

    [Fact]
    public void Stored_reason_is_its_name_with_a_line_for_each_value()
    {
        Assert.Equal("AnswerCutShort", FeedFaults.Store(new FeedFault(FeedFaultCode.AnswerCutShort)));
        Assert.Equal("ServerError\nlab.example\n503", FeedFaults.Store(new FeedFault(FeedFaultCode.ServerError, "lab.example", "503")));
        Assert.Equal("It is gone.", FeedFaults.Store(new FeedFault(FeedFaultCode.Other, "It is gone.")));
    }
}
