using System.Security;

namespace AiNewsBot.Feeds.Tests.Parsing;

/// <summary>Titles that speak of tags, and titles that use them.</summary>
public sealed class MentionedTagTests
{
    [Theory]
    [InlineData("Models with <a billion parameters win")]
    [InlineData("Is A<B for all sizes?")]
    [InlineData("The <a> tag is back")]
    [InlineData("<s> and </s> tokens")]
    [InlineData("What <s>, </s> and <pad> mean")]
    [InlineData("`<s>` and `</s>` explained")]
    [InlineData("\"<b>\" considered harmful")]
    [InlineData("The (<table>) element")]
    [InlineData("New: C++ <template> tricks")]
    [InlineData("How <script> tags slow pages")]
    [InlineData("<select> vs <option>: forms")]
    [InlineData("Why </b> matters")]
    [InlineData("The <i></i> element")]
    [InlineData("The <img> tag")]
    [InlineData("if x <a and b> c")]
    [InlineData("How <!-- comments work")]
    [InlineData("Use <?php in 2024")]
    [InlineData("Wow <!important stuff")]
    [InlineData("std::vector<i> of <b>")]
    [InlineData("I <3 AI")]
    public void A_tag_that_a_title_speaks_of_is_text(string title) => Assert.Equal(title, TitleOf(title));

    [Theory]
    [InlineData("<b>Bold</b> move", "Bold move")]
    [InlineData("<b> Bold </b>", "Bold")]
    [InlineData("<strong>Foo</strong>: <em>bar</em>", "Foo: bar")]
    [InlineData("<p>Paragraph</p>", "Paragraph")]
    [InlineData("<p>One<p>Two", "One Two")]
    [InlineData("<h1>Head</h1><p>Text</p>", "Head Text")]
    [InlineData("<em>Cut short", "Cut short")]
    [InlineData("Bold</b> move", "Bold move")]
    [InlineData("H<sub>2</sub>O", "H2O")]
    [InlineData("<i class=\"icon\"></i> Icon", "Icon")]
    [InlineData("See <a href=\"https://example.org/\">this</a> now", "See this now")]
    [InlineData("See <a href=\"https://example.org/", "See")]
    [InlineData("<code>f()</code> and <code>g()</code>", "f() and g()")]
    [InlineData("One<br>Two", "One Two")]
    [InlineData("a<script>alert(1)</script>b", "ab")]
    [InlineData("<b> and <i> are <b>old</b>", "<b> and <i> are old")]
    public void Tags_that_a_title_uses_as_markup_are_left_out(string title, string text) => Assert.Equal(text, TitleOf(title));

    private static string? TitleOf(string title) => Parsed.Item($"<title>{SecurityElement.Escape(title)}</title>").Title;
}
