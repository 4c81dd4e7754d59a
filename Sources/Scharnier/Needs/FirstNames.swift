extension LintWords {
    /// First names that are common among those who live in German cities, spelled as words are here.
    ///
    /// Chosen by hand from names of many origins. Left out is what is also a common word: Ernst, Mark, August, Rosa.
    static let firstNames: Set<String> = Set(
        (german + turkish + arabic + slavic + other).split(separator: " ").map(String.init))

    private static let german = """
        achim alexander alexandra alina amelie andrea andreas angela angelika anika anita anja anke anna anne annette \
        antje anton antonia arne astrid axel barbara bastian beate ben benjamin bernd bernhard bettina birgit bjorn \
        brigitte britta carina carmen carola caroline charlotte christa christian christiane christina christine \
        christoph clara claudia daniel daniela david denise detlef dieter dirk doris dorothea edith elena elfriede elias \
        elisabeth elke ella emil emilia emily emma erich erik erika eva fabian felix finn florian franziska frieda \
        friedrich fritz gabriele georg gerd gerda gerhard gertrud gisela greta gudrun gunter hanna hannah hannelore \
        hannes hans harald hedwig heike heiko heinrich heinz helene helga helmut henri henry herbert hermann hilde \
        hildegard holger horst ida ilse ingeborg ingo ingrid irene iris isabell jakob jana janina jannik jasmin jens \
        joachim jochen johann johanna johannes jonas jorg josef judith julia julian juliane jurgen justus karin karl \
        karla karsten katharina kathrin katja katrin kerstin kevin klara klaus konrad kristina kurt lara larissa lars \
        laura lea lena leni leo leon leonie liam lina linda lisa lotte louis luca luis luisa lukas lutz magdalena maja \
        manfred manuela marcel marco margarete margot maria marianne marie marina marion marius markus marlene martha \
        martin martina mathilda matthias max maximilian melanie meike mia michael michaela mila miriam moritz nadine \
        nadja nele nico nicole niklas nina noah norbert oliver oskar otto paul paula peter petra philipp pia rainer ralf \
        ramona raphael rebecca regina reinhard renate rene rita robert roland rolf ronja rosemarie rudolf ruth sabine \
        sabrina samuel sandra sara sarah sascha sebastian sigrid silke silvia simon simone sofia sonja sophia sophie \
        stefan stefanie steffen stephan susanne sven svenja sylvia tanja theo theresa thomas thorsten tim timo tina tobias \
        tom torsten ulrich ulrike ursula ute uwe valentina vanessa vera verena veronika viktoria volker walter waltraud \
        werner wilhelm winfried wolfgang yannick yvonne
        """
    private static let turkish = """
         ahmet ali aslan ayla aylin aynur ayse baris berkan burak bulent can cem cemil defne deniz derya ebru elif emine \
        emir emre enes erdal erkan esra fatih fatma ferhat filiz furkan gul gulay gulsen hakan halil halime hasan hatice \
        huseyin ibrahim ilayda ismail kadir kemal kerem leyla mehmet melek melike meltem merve metin mehtap murat musa \
        mustafa nazli nermin nesrin nuray omer orhan osman ozan ozlem pinar ramazan recep salih sedat selim selin serkan \
        sevgi sevim sibel sultan suleyman tarik tugba tuncay umut yasar yasemin yasin yildiz yunus yusuf zehra zeynep
        """
    private static let arabic = """
         abdul abdullah adam ahmad ahmed aisha amal amina amir amira anas aya ayman aziz bilal dalia djamila dunia fadi \
        faisal farid farida faris fatima ghada hadi hala hamza hanan hani hassan hiba hussein iman jamal jamila jihad \
        kamal karim khadija khaled khalid laila layla lina maher mahmoud majid malak mariam maryam mina mohamad mohamed \
        mohammad mohammed mona mounir muhammad nabil nada nadia naima nasser nour noura omar rami rania rasha reza \
        rima said salim salma samir samira sami sana shirin soraya tarek wael walid yara youssef zahra zainab
        """
    private static let slavic = """
         adrian agata agnieszka aleksander aleksandra anastasia andrej andrzej anatol beata bogdan boris dariusz dmitri \
        dorota ewa galina goran grzegorz halina igor irina ivan iwona jacek jadwiga jan janusz jaroslaw joanna jolanta \
        katarzyna krzysztof larisa lidia ljudmila ludmila lukasz maciej malgorzata marek mariusz marta mateusz michal \
        milan mirela monika nadeschda natalia nikola nikolai oksana olena oleg olga pawel piotr radoslaw sergej slawomir \
        snezana stanislaw svetlana tatjana tetiana tomasz urszula vladimir wladimir wojciech yulia zbigniew zofia zoran
        """
    private static let other = """
         alessandro alessia antonio carlos catarina chiara dimitra dimitris elena fatou francesca francesco giovanni \
        giulia giuseppe ibrahima ioana ion joao jose juan konstantinos linh lorenzo luigi mamadou manuel marija mario \
        mateo matteo mihai minh nguyen nikos pablo paolo pedro ravi roberto salvatore vasile vincenzo
        """
}
