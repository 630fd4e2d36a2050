using AiNewsBot.Discord.Interactions;

namespace AiNewsBot.Discord.Tests.Interactions;

public sealed class InteractionReaderTests
{
    [Fact]
    public void A_command_is_read_with_its_options()
    {
        var interaction = InteractionReader.Read(
            """
            {"id":"1","application_id":"2","type":2,"token":"secret","guild_id":"3","channel_id":"4","locale":"de","member":{"user":{"id":"5"},"roles":[]},
             "data":{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is grok open"},{"name":"private","type":5,"value":true}]}}
            """u8);

        Assert.Equal((InteractionKind.Command, "ask", "de"), (interaction.Kind, interaction.Command, interaction.Locale));
        Assert.Equal("is grok open", interaction.Options["question"]);
        Assert.Equal("true", interaction.Options["private"]);
        Assert.Equal((3UL, 5UL), (interaction.GuildId!.Value.Value, interaction.UserId.Value));
    }

    [Fact]
    public void A_subcommand_is_part_of_the_name()
    {
        var interaction = InteractionReader.Read(
            """{"id":"1","application_id":"2","type":4,"token":"t","user":{"id":"5"},"data":{"name":"news","options":[{"name":"follow","type":1,"options":[{"name":"about","type":3,"value":"gr","focused":true}]}]}}"""u8);

        Assert.Equal(("news follow", "about", "gr"), (interaction.Command, interaction.Focused, interaction.Options["about"]));
        Assert.Null(interaction.GuildId);
    }

    [Fact]
    public void A_button_is_read_by_its_id() =>
        Assert.Equal("timeline:grok", InteractionReader.Read("""{"id":"1","application_id":"2","type":3,"token":"t","data":{"component_type":2,"custom_id":"timeline:grok"}}"""u8).CustomId);
}
