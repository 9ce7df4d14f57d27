package redline

import (
	"strings"
	"testing"
)

// TestReading shows how marked text reads: [-out-] {+in+}, ¶ is a border
// between blocks, << and >> are the two ends of a move.
func TestReading(t *testing.T) {
	for _, x := range []struct{ name, old, new, want string }{
		{"ét ord", "Borgerrådgiveren skal svare.", "Borgerrådgiveren bør svare.", "Borgerrådgiveren [-skal-] {+bør+} svare."},
		{"ord ind", "Borgerrådgiveren skal svare.", "Borgerrådgiveren skal altid svare.", "Borgerrådgiveren skal {+altid +}svare."},
		{"ord ud", "Borgerrådgiveren skal altid svare.", "Borgerrådgiveren skal svare.", "Borgerrådgiveren skal [-altid -]svare."},
		{"sidst i sætningen", "Borgerrådgiveren svarer.", "Borgerrådgiveren svarer inden ti dage.", "Borgerrådgiveren svarer{+ inden ti dage+}."},
		{"først i sætningen", "Borgeren får svar.", "Altid får borgeren svar.", "[-Borgeren får-] {+Altid får borgeren+} svar."},
		{"sætning ind", "Vi lytter. Vi svarer.", "Vi lytter. Vi spørger igen. Vi svarer.", "Vi lytter. {+Vi spørger igen. +}Vi svarer."},
		{"sætning ind til sidst", "Vi lytter.", "Vi lytter. Vi svarer.", "Vi lytter.{+ Vi svarer.+}"},
		{"sætning ud", "Vi lytter. Vi spørger igen. Vi svarer.", "Vi lytter. Vi svarer.", "Vi lytter. [-Vi spørger igen. -]Vi svarer."},
		{"sætning ud til sidst", "Vi lytter. Vi svarer.", "Vi lytter.", "Vi lytter.[- Vi svarer.-]"},
		{"opregning midt", "Vi skriver på dansk, engelsk og arabisk.", "Vi skriver på dansk, tysk, engelsk og arabisk.", "Vi skriver på dansk, {+tysk, +}engelsk og arabisk."},
		{"opregning til sidst", "Vi bruger breve, telefon og møder.", "Vi bruger breve, telefon, møder og Facebook.", "Vi bruger breve, telefon[- og møder-] {+, møder og Facebook+}."},
		{"komma", "Vi svarer når vi ved det.", "Vi svarer, når vi ved det.", "Vi svarer{+,+} når vi ved det."},
		{"komma ud", "Vi svarer, når vi ved det.", "Vi svarer når vi ved det.", "Vi svarer[-,-] når vi ved det."},
		{"stort bogstav", "Klagen sendes til borgerrådgiveren.", "Klagen sendes til Borgerrådgiveren.", "Klagen sendes til [-borgerrådgiveren-] {+Borgerrådgiveren+}."},
		{"paragraf", "Det følger af § 5, stk. 2, i loven.", "Det følger af § 6, stk. 2, i loven.", "Det følger af [-§ 5-] {+§ 6+}, stk. 2, i loven."},
		{"stykke", "Det følger af § 5, stk. 2, nr. 4.", "Det følger af § 5, stk. 3, nr. 4.", "Det følger af § 5, [-stk. 2-] {+stk. 3+}, nr. 4."},
		{"dato", "Vedtaget den 22. august 2014 af udvalget.", "Vedtaget den 3. december 2026 af udvalget.", "Vedtaget den [-22. august 2014-] {+3. december 2026+} af udvalget."},
		{"tal", "Der er afsat 1.234,50 kr. til det.", "Der er afsat 1.334,50 kr. til det.", "Der er afsat [-1.234,50-] {+1.334,50+} kr. til det."},
		{"procent", "Mindst 60 % skal kende tilbuddet.", "Mindst 65 % skal kende tilbuddet.", "Mindst [-60-] {+65+} % skal kende tilbuddet."},
		{"bindestreg", "En e-mail besvares.", "En mail besvares.", "En [-e-mail-] {+mail+} besvares."},
		{"anførselstegn", "Kaldet \"Strategien\" her.", "Kaldet »Strategien« her.", "Kaldet »Strategien« her."},
		{"parentes ind", "Borgerrådgiveren svarer altid borgeren.", "Borgerrådgiveren (BR) svarer altid borgeren.", "Borgerrådgiveren {+(BR) +}svarer altid borgeren."},
		{"to ord bytter", "Vi svarer hurtigt og venligt.", "Vi svarer venligt og hurtigt.", "Vi svarer [-hurtigt og venligt-] {+venligt og hurtigt+}."},
		{"ø opsluges", "Borgerrådgiveren skal altid svare alle borgere som skriver til kontoret.", "Borgerrådgiveren bør altid hjælpe alle borgere som skriver til kontoret.", "Borgerrådgiveren [-skal altid svare-] {+bør altid hjælpe+} alle borgere som skriver til kontoret."},
		{"sætning skrevet om", "Vi mødes om mandagen. Klager over sagsbehandlingen besvares skriftligt af kontoret. Alle kan komme.", "Vi mødes om mandagen. Den, der klager, får et brev med svar fra os. Alle kan komme.", "Vi mødes om mandagen. [-Klager over sagsbehandlingen besvares skriftligt af kontoret.-] {+Den, der klager, får et brev med svar fra os.+} Alle kan komme."},
		{"afsnit skrevet om", "Kommunikationen følger kommunens politik fra 2009, og den skal være enkel.", "Kommunikationen skal alle i byen kunne forstå, og den er kort: vi skriver og taler enkelt.", "[-Kommunikationen følger kommunens politik fra 2009, og den skal være enkel.-] {+Kommunikationen skal alle i byen kunne forstå, og den er kort: vi skriver og taler enkelt.+}"},
		{"overskrift", "# Formål\nTekst som bliver.", "# Mål\nTekst som bliver.", "[-Formål-] {+Mål+}\nTekst som bliver."},
		{"overskrift udvides", "# Formål\nTekst som bliver.", "# Formål og baggrund\nTekst som bliver.", "Formål{+ og baggrund+}\nTekst som bliver."},
		{"afsnit ind", "Første afsnit her.\nSidste afsnit her.", "Første afsnit her.\nEt helt nyt stykke tekst om noget andet.\nSidste afsnit her.", "Første afsnit her.\n{+Et helt nyt stykke tekst om noget andet.+}\nSidste afsnit her."},
		{"afsnit ud", "Første afsnit her.\nEt gammelt stykke tekst om noget andet.\nSidste afsnit her.", "Første afsnit her.\nSidste afsnit her.", "Første afsnit her.\n[-Et gammelt stykke tekst om noget andet.-]\nSidste afsnit her."},
		{"afsnit delt", "Vi lytter til alle. Vi svarer hver eneste borger.", "Vi lytter til alle.\nVi svarer hver eneste borger.", "Vi lytter til alle.[- -] {+¶+}Vi svarer hver eneste borger."},
		{"afsnit samlet", "Vi lytter til alle.\nVi svarer hver eneste borger.", "Vi lytter til alle. Vi svarer hver eneste borger.", "Vi lytter til alle.[-¶-] {+ +}Vi svarer hver eneste borger."},
		{"delt med rettelse", "Vi lytter til alle borgere i kommunen, og vi svarer hver eneste borger, som har skrevet til os.", "Vi lytter til alle borgere i kommunen.\nVi svarer hver eneste borger, som har skrevet til os.", "Vi lytter til alle borgere i kommunen[-, og vi-] {+.+}{+¶+}{+Vi+} svarer hver eneste borger, som har skrevet til os."},
		{"flyttet", "Alfa kommer først i teksten her.\nDet er det lange stykke, som bliver, hvor det er, og ikke flytter sig.\nGamma slutter.", "Det er det lange stykke, som bliver, hvor det er, og ikke flytter sig.\nAlfa kommer først i teksten her.\nGamma slutter.", "<< Alfa kommer først i teksten her.\nDet er det lange stykke, som bliver, hvor det er, og ikke flytter sig.\n>> Alfa kommer først i teksten her.\nGamma slutter."},
		{"flyttet og rettet", "Alfa kommer altid først i denne tekst her.\nDet er det lange stykke, som bliver, hvor det er, og ikke flytter sig.\nGamma slutter.", "Det er det lange stykke, som bliver, hvor det er, og ikke flytter sig.\nAlfa kommer altid sidst i denne tekst her.\nGamma slutter.", "<< Alfa kommer altid først i denne tekst her.\nDet er det lange stykke, som bliver, hvor det er, og ikke flytter sig.\n>> Alfa kommer altid [-først-] {+sidst+} i denne tekst her.\nGamma slutter."},
		{"navneord bøjet", "Borgeren kan klage over afgørelsen.", "Borgerne kan klage over afgørelserne.", "[-Borgeren-] {+Borgerne+} kan klage over [-afgørelsen-] {+afgørelserne+}."},
		{"punkt i liste", "Vi bruger:\n- breve\n- telefon\n- møder", "Vi bruger:\n- breve\n- Facebook\n- telefon\n- møder", "Vi bruger:\nbreve\n{+Facebook+}\ntelefon\nmøder"},
		{"punkt rettet", "Vi bruger:\n- breve til borgerne\n- telefon\n- møder", "Vi bruger:\n- mails til borgerne\n- telefon\n- møder", "Vi bruger:\n[-breve-] {+mails+} til borgerne\ntelefon\nmøder"},
		{"to sætninger rettet", "Udvalget mødes hver måned på rådhuset. Formanden leder mødet med fast hånd.", "Udvalget mødes hvert kvartal på rådhuset. Næstformanden leder mødet med fast hånd.", "Udvalget mødes [-hver måned-] {+hvert kvartal+} på rådhuset. [-Formanden-] {+Næstformanden+} leder mødet med fast hånd."},
		{"ikke", "Borgeren har ret til svar.", "Borgeren har ikke ret til svar.", "Borgeren har {+ikke +}ret til svar."},
		{"og ind", "Vi er rådgiver og vejleder.", "Vi er rådgiver og hjælper og vejleder.", "Vi er rådgiver {+og hjælper +}og vejleder."},
		{"netadresse", "Læs mere på www.kk.dk/borger i dag.", "Læs mere på www.kk.dk/raad i dag.", "Læs mere på [-www.kk.dk/borger-] {+www.kk.dk/raad+} i dag."},
	} {
		t.Run(x.name, func(t *testing.T) {
			c := Compare(text(strings.Split(x.old, "\n")...), text(strings.Split(x.new, "\n")...), Options{})
			if got := show(c); got != x.want {
				t.Errorf("\n got %s\nwant %s", got, x.want)
			}
		})
	}
}
