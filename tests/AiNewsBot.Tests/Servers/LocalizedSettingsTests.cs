using AiNewsBot.Tests.Curation;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Servers;

/// <summary>The settings, the help, the privacy and the errors in the language of who uses them, whole.</summary>
public sealed class LocalizedSettingsTests(BotFixture bot) : IClassFixture<BotFixture>
{
    [Fact]
    public async Task German_manager_walks_through_the_setup_in_German()
    {
        var user = bot.Discord.As(Guilds.Manager() with { Locale = "de" });

        var roles = await user.RunCommandAsync("settings setup");
        var form = await user.PressAsync(roles.Buttons["Rollen wählen"]);
        var channel = await user.PressAsync(roles.Buttons["Überspringen"]);
        var zone = await user.PressAsync(channel.Buttons["Überspringen"]);
        var zoneForm = await user.PressAsync(zone.Buttons["Zeitzone wählen"]);
        var wrong = await user.SubmitAsync(zoneForm.FormId!, ("zone", "Mordor/Barad-dur"));
        var done = await user.SubmitAsync(zoneForm.FormId!, ("zone", "Europe/Berlin"));

        Assert.Contains("Einstellungen dieses Servers", roles.Text);
        Assert.Contains("Fakten vorschlagen dürfen: alle", roles.Text);
        Assert.Equal("Wer was darf", form.Text);
        Assert.Contains("Wer darf Fakten bearbeiten?", form.Fields.Keys);
        Assert.Equal(["Kanal wählen", "Überspringen", "Zurück zu den Rollen"], channel.Buttons.Keys);
        Assert.Contains("Ich kenne keine Zeitzone", wrong.Text);
        Assert.EndsWith("Nichts wurde geändert.", wrong.Text);
        Assert.Contains("Zeitzone: Europe/Berlin", done.Text);
        Assert.Contains("`/nachrichten follow`", done.Text);
        Assert.Contains("`/fragen`", done.Text);
    }

    [Theory]
    [InlineData("de", "`/fragen ist Grok Open Source`", "/modelle")]
    [InlineData("ja", "`/質問 Grokはオープンソースですか`", "/モデル一覧")]
    [InlineData("zh-CN", "`/提问 Grok是开源的吗`", "/模型列表")]
    [InlineData("en-GB", "`/ask is grok open source`", "/licence")]
    public async Task Help_names_commands_as_the_reader_finds_them(string locale, string example, string command)
    {
        var help = await bot.Discord.As(Guilds.Manager() with { Locale = locale }).RunCommandAsync("help");

        Assert.Contains(example, help.Text);
        Assert.Contains(command, help.Text);
    }

    [Fact]
    public async Task Privacy_and_refusals_are_in_the_language_of_the_reader()
    {
        var manager = Guilds.Manager();
        var member = bot.Discord.As(Guilds.Beside(manager) with { Locale = "fr" });

        var privacy = await member.RunCommandAsync("privacy");
        var sure = await member.PressAsync(privacy.Buttons["M'oublier"]);
        var refused = await member.RunCommandAsync("settings show");
        var lacking = await member.RunCommandAsync("fact unanswered");
        var gone = await member.PressAsync("no-such-button:1");

        Assert.Contains("Ce que ce bot garde", privacy.Text);
        Assert.Contains("Supprimer mes données", sure.Buttons.Keys);
        Assert.Contains("Seuls ceux qui peuvent gérer ce serveur", refused.Text);
        Assert.Contains("peuvent modifier les faits. Adressez-vous", lacking.Text);
        Assert.Contains("/demander", gone.Text);
    }
}
