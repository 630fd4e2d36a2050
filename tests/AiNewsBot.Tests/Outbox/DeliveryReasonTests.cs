using AiNewsBot.Chat.Posting;
using AiNewsBot.Outbox;

namespace AiNewsBot.Tests.Outbox;

/// <summary>Why a post waits or is not made: from what the chat answered to the words for moderators.</summary>
public sealed class DeliveryReasonTests
{
    [Theory]
    [InlineData(nameof(PostResult.ChannelGone), nameof(ReasonCode.ChannelGone))]
    [InlineData(nameof(PostResult.Archived), nameof(ReasonCode.Archived))]
    [InlineData(nameof(PostResult.Locked), nameof(ReasonCode.Locked))]
    [InlineData(nameof(PostResult.NeedsTag), nameof(ReasonCode.NeedsTag))]
    [InlineData(nameof(PostResult.WrongKind), nameof(ReasonCode.WrongKind))]
    [InlineData(nameof(PostResult.Filtered), nameof(ReasonCode.Filtered))]
    [InlineData(nameof(PostResult.Malformed), nameof(ReasonCode.Malformed))]
    [InlineData(nameof(PostResult.Busy), nameof(ReasonCode.Busy))]
    [InlineData(nameof(PostResult.Unclear), nameof(ReasonCode.NoAnswer))]
    [InlineData(nameof(PostResult.Refused), nameof(ReasonCode.TokenRefused))]
    [InlineData(nameof(PostResult.Forbidden), nameof(ReasonCode.Forbidden))]
    public void Answer_of_the_chat_is_a_reason_with_its_words(string result, string code) =>
        Assert.Equal(
            new DeliveryReason(Enum.Parse<ReasonCode>(code), "as Discord says"),
            DeliveryReason.From(new PostOutcome(Enum.Parse<PostResult>(result), Reason: "as Discord says"))
        );

    [Theory]
    [InlineData(nameof(ReasonCode.SubscriptionEnded), "subscription was ended")]
    [InlineData(nameof(ReasonCode.FeedRemoved), "feed was removed")]
    [InlineData(nameof(ReasonCode.Covered), "another subscription")]
    [InlineData(nameof(ReasonCode.ContentGone), "no longer there")]
    [InlineData(nameof(ReasonCode.Cancelled), "cancelled by a moderator")]
    [InlineData(nameof(ReasonCode.Discarded), "discarded by its writer")]
    [InlineData(nameof(ReasonCode.NoAnswer), "no answer")]
    [InlineData(nameof(ReasonCode.Busy), "busy")]
    [InlineData(nameof(ReasonCode.TokenRefused), "token")]
    [InlineData(nameof(ReasonCode.ForumDelay), "to the forum")]
    [InlineData(nameof(ReasonCode.RetriedPlain), "without its text and links")]
    [InlineData(nameof(ReasonCode.ChannelGone), "channel is gone")]
    [InlineData(nameof(ReasonCode.Archived), "archived")]
    [InlineData(nameof(ReasonCode.Locked), "locked")]
    [InlineData(nameof(ReasonCode.NeedsTag), "with a tag")]
    [InlineData(nameof(ReasonCode.WrongKind), "takes no posts")]
    [InlineData(nameof(ReasonCode.Filtered), "filters")]
    [InlineData(nameof(ReasonCode.Malformed), "it does not say why")]
    [InlineData(nameof(ReasonCode.Forbidden), "needs View Channel")]
    [InlineData(nameof(ReasonCode.Unverifiable), "cannot be determined")]
    public void Reason_alone_says_what_is_the_matter(string code, string words)
    {
        var reason = new DeliveryReason(Enum.Parse<ReasonCode>(code));

        Assert.Contains(words, reason.Sentence);
        Assert.Equal(reason.Sentence, reason.Short);
    }

    [Fact]
    public void No_two_reasons_are_told_in_the_same_words() =>
        Assert.Distinct(Enum.GetValues<ReasonCode>().Select(code => new DeliveryReason(code).Sentence));

    [Theory]
    [InlineData(nameof(ReasonCode.Other))]
    [InlineData(nameof(ReasonCode.Malformed))]
    [InlineData(nameof(ReasonCode.Unverifiable))]
    public void Words_of_the_chat_stay_text_where_they_are_told(string code)
    {
        var reason = new DeliveryReason(Enum.Parse<ReasonCode>(code), "no *stars*");

        Assert.Contains(@"no \*stars\*", reason.Sentence);
        Assert.Equal(@"no \*stars\*", reason.Short);
    }

    [Fact]
    public void Reason_of_an_earlier_version_without_words_is_empty() => Assert.Equal("", new DeliveryReason(ReasonCode.Other).Sentence);
}
